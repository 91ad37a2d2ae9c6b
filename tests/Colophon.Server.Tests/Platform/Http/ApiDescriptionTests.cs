using System.Text.Json.Nodes;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Builder;

namespace Colophon.Server.Tests.Platform.Http;

public sealed class ApiDescriptionTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Every_operation_has_an_id_of_its_own()
    {
        var ids = (await OperationsAsync()).Select(operation => (string?)operation["operationId"]).ToList();

        ids.ShouldAllBe(id => !string.IsNullOrEmpty(id));
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Every_operation_tells_its_answer_and_its_refusals()
    {
        foreach (var operation in await OperationsAsync())
        {
            var id = (string)operation["operationId"]!;
            var responses = operation["responses"]!.AsObject();
            responses.ShouldContain(answer => answer.Key.StartsWith('2'), id);
            foreach (var (_, refusal) in responses.Where(answer => answer.Key[0] is '4' or '5'))
                ((string?)refusal!["content"]!["application/problem+json"]!["schema"]!["$ref"]).ShouldBe(
                    "#/components/schemas/Problem",
                    id
                );
        }
    }

    [Fact]
    public async Task A_member_that_is_always_sent_is_required_and_one_that_may_be_absent_is_not()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        Required(schemas["UserView"]!)
            .ShouldBe(schemas["UserView"]!["properties"]!.AsObject().Select(field => field.Key));
        Required(schemas["ChangeUserRequest"]!).ShouldBeEmpty();
        Required(schemas["CreateApiKeyRequest"]!).ShouldBe(["name", "scopes"]);
        schemas["ApiKeyView"]!["properties"]!["expires_at"]!["type"]!.AsArray().Count.ShouldBe(2);
        schemas["LibraryAccess"]!["oneOf"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_reference_page_names_every_path_and_needs_no_script()
    {
        var page = (await server.Anonymous().SendAsync("GET", "/api/docs")).Body;

        foreach (var path in (await DocumentAsync())["paths"]!.AsObject().Select(path => path.Key))
            page.ShouldContain(System.Net.WebUtility.HtmlEncode(path));
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task An_endpoint_that_does_not_say_whom_it_lets_in_stops_the_start()
    {
        var options = new Server.Platform.Hosting.ServerOptions { DataFolder = Path.GetTempPath() };
        var builder = Server.Platform.Hosting.ServerHost.CreateBuilder(options);
        builder.Services.AddHttpPlatform();
        await using var app = builder.Build();
        app.UseHttpPlatform();
        app.MapGet("/api/forgotten", () => "secret");

        Should.Throw<InvalidOperationException>(app.UseDeclaredEndpoints).Message.ShouldContain("/api/forgotten");
    }

    private async Task<JsonNode> DocumentAsync() => await server.Admin.GetAsync(ApiDescription.Address);

    private async Task<IReadOnlyList<JsonNode>> OperationsAsync() =>
        [
            .. from path in (await DocumentAsync())["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where Methods.Contains(operation.Key)
            select operation.Value,
        ];

    private static IEnumerable<string> Required(JsonNode schema) =>
        (schema["required"]?.AsArray() ?? []).Select(name => (string)name!);
}
