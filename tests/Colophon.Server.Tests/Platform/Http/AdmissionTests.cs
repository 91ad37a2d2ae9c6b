using Colophon.Server.Access;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Platform.Http;

public sealed class AdmissionTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    // What may be called without signing in. A new line here is a decision about security.
    private static readonly string[] Open =
    [
        "GET /api/docs",
        "GET /api/openapi.json",
        "GET /api/setup",
        "POST /api/setup",
        "POST /api/auth/login",
        "GET /health/live",
        "GET /health/ready",
        "GET /metrics",
    ];

    // What any signed-in user may, whatever the role: it concerns that user alone.
    private static readonly string[] OwnAffairs =
    [
        "GET /api/auth/me",
        "POST /api/auth/logout",
        "GET /api/api-keys",
        "POST /api/api-keys",
        "DELETE /api/api-keys/{id}",
    ];

    [Fact]
    public void Every_endpoint_says_whom_it_lets_in() =>
        Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointAccess>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ShouldBeEmpty();

    [Fact]
    public void Only_these_endpoints_are_open_to_anyone() =>
        Named(Admission.Anyone).ShouldBe(Open.Where(Exists), ignoreOrder: true);

    [Fact]
    public void Only_these_endpoints_ask_for_no_permission() =>
        Named(Admission.SignedIn)
            .Where(name => !name.Contains("/api/live") && !name.Contains("/api/events"))
            .ShouldBe(OwnAffairs, ignoreOrder: true);

    [Fact]
    public void Every_permission_that_is_asked_for_exists() =>
        Endpoints()
            .Select(endpoint => endpoint.Metadata.GetMetadata<EndpointAccess>()?.Permission)
            .Where(permission => permission is not null)
            .ShouldAllBe(permission => AnyOf(permission!).All(one => BuiltInRoles.AllPermissions.Contains(one)));

    [Fact]
    public async Task Without_a_session_nothing_else_answers()
    {
        var client = server.Anonymous();
        foreach (var (method, path) in Requests(access => access.Admission is not Admission.Anyone))
            (await client.SendAsync(method, path)).ExpectProblem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("viewer", "libraries:read books:read movies:read shows:read music:read people:read")]
    [InlineData(
        "editor",
        "libraries:read books:read books:write movies:read movies:write shows:read shows:write music:read music:write "
            + "people:read people:write jobs:read jobs:write"
    )]
    public async Task A_role_may_what_the_matrix_says_and_nothing_else(string role, string held)
    {
        var permissions = held.Split(' ');
        var client = await server.AsAsync(role);
        var me = await client.GetAsync("/api/auth/me");
        me["permissions"]!.AsArray().Select(permission => (string)permission!).ShouldBe(permissions, ignoreOrder: true);

        foreach (
            var (method, path) in Requests(access =>
                access.Permission is { } asked && !AnyOf(asked).Any(permissions.Contains)
            )
        )
            (await client.SendAsync(method, path)).ExpectProblem(403, "forbidden");
        foreach (
            var (_, path) in Requests(
                access => access.Permission is { } asked && AnyOf(asked).Any(permissions.Contains),
                "GET"
            )
        )
            (await client.SendAsync("GET", path)).Code.ShouldNotBe("forbidden");
    }

    /// <summary>The permissions of which one lets in.</summary>
    private static IEnumerable<string> AnyOf(string asked) =>
        Permissions.ByLibraryType(asked) is { Count: > 0 } kinds ? kinds.Values : [asked];

    [Fact]
    public async Task A_write_by_cookie_needs_the_header()
    {
        var client = await server.AsAsync("admin");
        client.Headers.Remove("X-Colophon");

        (await client.SendAsync("POST", "/api/users", new { })).ExpectProblem(403, "csrf");
        (await client.SendAsync("PATCH", "/api/users/1", new { })).ExpectProblem(403, "csrf");
        (await client.SendAsync("DELETE", "/api/users/1")).ExpectProblem(403, "csrf");
        (await client.SendAsync("POST", "/api/auth/logout")).ExpectProblem(403, "csrf");
        (await client.SendAsync("GET", "/api/users")).Expect(200);
        (await client.SendAsync("POST", "/api/auth/login", new { username = "x", password = "y" })).Status.ShouldBe(
            401
        );
    }

    [Fact]
    public async Task Refusals_come_in_their_order()
    {
        var viewer = await server.AsAsync("viewer");

        (await server.Anonymous().SendAsync("GET", "/api/users/x")).ExpectProblem(401, "unauthenticated");
        (await viewer.SendAsync("GET", "/api/users/x")).ExpectProblem(403, "forbidden");
        (await server.Admin.SendAsync("GET", "/api/users/x")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("GET", "/api/users/-1")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("GET", "/api/users/99999999999999999999")).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("PATCH", "/api/users/x", new { nonsense = 1 })).ExpectProblem(404, "not_found");
    }

    [Fact]
    public void A_library_filter_shows_all_some_or_none()
    {
        Caller(null).LibrarySql("l.id").ShouldBe("1 = 1");
        Caller([]).LibrarySql("l.id").ShouldBe("1 = 0");
        Caller([7, 3]).LibrarySql("l.id").ShouldBe("l.id in (3, 7)");
        Caller([7]).LibraryRefusal(7).ShouldBeNull();
        Caller([7]).LibraryRefusal(8)!.Code.ShouldBe("library_forbidden");
    }

    private IEnumerable<string> Named(Admission admission) =>
        Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointAccess>()?.Admission == admission)
            .SelectMany(NamesOf);

    private bool Exists(string name) => Endpoints().SelectMany(NamesOf).Contains(name);

    private IEnumerable<(string Method, string Path)> Requests(
        Func<EndpointAccess, bool> fits,
        string? method = null
    ) =>
        Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointAccess>() is { } access && fits(access))
            .SelectMany(NamesOf)
            .Select(name => name.Split(' '))
            .Select(parts => (parts[0], System.Text.RegularExpressions.Regex.Replace(parts[1], @"\{[^}]+\}", "1")))
            .Where(request => method is null || request.Item1 == method);

    private IEnumerable<RouteEndpoint> Endpoints() =>
        server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IEnumerable<string> NamesOf(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
            $"{method} {endpoint.RoutePattern.RawText?.TrimEnd('/')}"
        );

    private static Caller Caller(long[]? libraries) =>
        new(1, "x", "viewer", new HashSet<string>(StringComparer.Ordinal), libraries?.ToHashSet());
}
