using Colophon.Testing;

namespace Colophon.Server.Tests.Access;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_may_what_its_scopes_and_its_user_may_and_needs_no_header()
    {
        await using var server = await ColophonServer.StartAsync();
        var owner = await server.AsAsync("admin");
        var made = await owner.PostAsync(
            "/api/api-keys",
            new { name = "backup", scopes = (string[])["users:read", "books:read"] },
            expected: 201
        );
        var program = WithKey(server, (string)made["key"]!);

        (await program.SendAsync("GET", "/api/users")).Expect(200);
        (await program.SendAsync("POST", "/api/users", new { })).ExpectProblem(403, "forbidden");
        (await program.SendAsync("POST", "/api/auth/logout")).Expect(204);

        var me = await owner.GetAsync("/api/auth/me");
        await server.Admin.PatchAsync($"/api/users/{me["id"]}", new { role = "viewer" });
        (await program.SendAsync("GET", "/api/users")).ExpectProblem(403, "forbidden");
    }

    [Fact]
    public async Task A_key_is_shown_once_and_gone_when_deleted()
    {
        await using var server = await ColophonServer.StartAsync();
        var made = await server.Admin.PostAsync("/api/api-keys", NewKey("k"), expected: 201);
        var program = WithKey(server, (string)made["key"]!);
        (await program.SendAsync("GET", "/api/auth/me")).Expect(200);

        var list = await server.Admin.GetAsync("/api/api-keys");
        var listed = list["api_keys"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        listed.ContainsKey("key").ShouldBeFalse();
        listed["last_used_at"].ShouldNotBeNull();
        await server.Admin.DeleteAsync($"/api/api-keys/{made["id"]}");

        (await program.SendAsync("GET", "/api/auth/me")).ExpectProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_key_ends_when_it_says_and_cannot_make_another()
    {
        var clock = new TestClock();
        await using var server = await ColophonServer.StartAsync(clock);
        var until = clock.GetUtcNow().AddMinutes(10);
        var made = await server.Admin.PostAsync(
            "/api/api-keys",
            new
            {
                name = "short",
                scopes = (string[])["users:read"],
                expires_at = until,
            },
            expected: 201
        );
        var program = WithKey(server, (string)made["key"]!);

        (await program.SendAsync("POST", "/api/api-keys", NewKey("heir"))).ExpectProblem(403, "forbidden");
        clock.Advance(TimeSpan.FromMinutes(10));

        (await program.SendAsync("GET", "/api/users")).ExpectProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_key_belongs_to_its_user_alone_and_asks_for_no_more_than_he_holds()
    {
        await using var server = await ColophonServer.StartAsync();
        var made = await server.Admin.PostAsync("/api/api-keys", NewKey("k"), expected: 201);
        var viewer = await server.AsAsync("viewer");

        (await viewer.SendAsync("DELETE", $"/api/api-keys/{made["id"]}")).ExpectProblem(404, "not_found");
        ((long)(await viewer.GetAsync("/api/api-keys"))["total"]!).ShouldBe(0);
        (await viewer.SendAsync("POST", "/api/api-keys", new { name = "", scopes = (string[])["users:write", "fly"] }))
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["name", "scopes"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_wrong_key_is_not_made_good_by_a_cookie()
    {
        await using var server = await ColophonServer.StartAsync();
        server.Admin.Headers["Authorization"] = "Bearer clp_wrong";

        (await server.Admin.SendAsync("GET", "/api/auth/me")).ExpectProblem(401, "unauthenticated");
    }

    private static TestClient WithKey(ColophonServer server, string key)
    {
        var program = server.Anonymous();
        program.Headers.Remove("X-Colophon");
        program.Headers["Authorization"] = $"Bearer {key}";
        return program;
    }

    private static object NewKey(string name) => new { name, scopes = (string[])["books:read"] };
}
