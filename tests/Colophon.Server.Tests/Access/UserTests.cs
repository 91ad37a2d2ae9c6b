using System.Text.Json.Nodes;
using Dapper;

namespace Colophon.Server.Tests.Access;

public sealed class UserTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task A_user_is_made_read_changed_and_deleted()
    {
        var made = await server.Admin.PostAsync("/api/users", NewUser("Zoë", "viewer"), expected: 201);
        var address = $"/api/users/{made["id"]}";
        made.AsObject()
            .Select(member => member.Key)
            .ShouldBe(["id", "username", "role", "library_access", "active", "created_at"]);
        ((string)made["created_at"]!).ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");

        var changed = await server.Admin.PatchAsync(
            address,
            new { role = "editor", library_access = Array.Empty<long>() }
        );

        ((string?)changed["role"]).ShouldBe("editor");
        changed["library_access"]!.AsArray().Count.ShouldBe(0);
        ((string?)changed["username"]).ShouldBe("Zoë");
        JsonNode.DeepEquals(await server.Admin.GetAsync(address), changed).ShouldBeTrue();
        await server.Admin.DeleteAsync(address);
        (await server.Admin.SendAsync("GET", address)).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("DELETE", address)).ExpectProblem(404, "not_found");
    }

    [Fact]
    public async Task A_name_in_other_letters_is_the_same_user()
    {
        await server.Admin.PostAsync("/api/users", NewUser("Märta", "viewer"), expected: 201);

        var answer = await server.Admin.SendAsync("POST", "/api/users", NewUser(" mÄRTA ", "viewer"));

        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["username"]);
    }

    [Fact]
    public async Task A_role_or_library_that_does_not_exist_is_refused_by_field()
    {
        var answer = await server.Admin.SendAsync(
            "POST",
            "/api/users",
            new
            {
                username = "x",
                password = "long enough",
                role = "king",
                library_access = new[] { 4711 },
            }
        );

        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe(["role", "library_access"]);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var id = (long)(await server.Admin.GetAsync("/api/auth/me"))["id"]!;

        (await server.Admin.SendAsync("DELETE", $"/api/users/{id}")).ExpectProblem(409, "last_admin");
        (await server.Admin.SendAsync("PATCH", $"/api/users/{id}", new { role = "viewer" })).ExpectProblem(
            409,
            "last_admin"
        );
        (await server.Admin.SendAsync("PATCH", $"/api/users/{id}", new { active = false })).ExpectProblem(
            409,
            "last_admin"
        );
        (await server.Admin.SendAsync("GET", "/api/auth/me")).Expect(200);
    }

    [Fact]
    public async Task Nobody_gives_or_takes_rights_that_he_does_not_hold()
    {
        string[] permissions = ["users:read", "users:write", "books:read"];
        await server.Admin.PostAsync("/api/roles", new { name = "warden", permissions }, expected: 201);
        var warden = await server.AsAsync("warden");
        var me = await warden.GetAsync("/api/auth/me");
        var admin = await server.Admin.GetAsync("/api/auth/me");

        (await warden.SendAsync("POST", "/api/users", NewUser("crony", "admin"))).ExpectProblem(403, "forbidden");
        (await warden.SendAsync("PATCH", $"/api/users/{me["id"]}", new { role = "admin" })).ExpectProblem(
            403,
            "forbidden"
        );
        (await warden.SendAsync("PATCH", $"/api/users/{admin["id"]}", new { password = "taken over" })).ExpectProblem(
            403,
            "forbidden"
        );
        (await warden.SendAsync("DELETE", $"/api/users/{admin["id"]}")).ExpectProblem(403, "forbidden");
        (await warden.SendAsync("POST", "/api/roles", new { name = "all", permissions = (string[])["config:write"] }))
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["permissions"]);
        await warden.PostAsync("/api/users", NewUser("helper", "warden"), expected: 201);
    }

    [Fact]
    public async Task A_user_sees_only_the_libraries_that_were_given()
    {
        var (first, second) = (await InsertLibraryAsync("first"), await InsertLibraryAsync("second"));

        var client = await server.AsAsync("viewer", first);

        var me = await client.GetAsync("/api/auth/me");
        me["library_access"]!.AsArray().Select(id => (long)id!).ShouldBe([first]);
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task Roles_beside_the_built_in_ones_can_be_made_changed_and_deleted()
    {
        await server.Admin.PostAsync(
            "/api/roles",
            new { name = "critic", permissions = (string[])["books:read"] },
            201
        );
        var critic = await server.AsAsync("critic");
        (await critic.SendAsync("GET", "/api/users")).ExpectProblem(403, "forbidden");

        await server.Admin.PatchAsync(
            "/api/roles/critic",
            new { permissions = (string[])["users:read", "books:read"] }
        );

        (await critic.SendAsync("GET", "/api/users")).Expect(200);
        (await server.Admin.SendAsync("DELETE", "/api/roles/critic")).ExpectProblem(409, "role_in_use");
        (await server.Admin.SendAsync("DELETE", "/api/roles/admin")).ExpectProblem(409, "role_built_in");
        (
            await server.Admin.SendAsync("PATCH", "/api/roles/none", new { permissions = Array.Empty<string>() })
        ).ExpectProblem(404, "not_found");
        (await server.Admin.SendAsync("POST", "/api/roles", new { name = "No!", permissions = (string[])["fly"] }))
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["name", "permissions"]);
    }

    private async Task<long> InsertLibraryAsync(string name) =>
        await server.Database.WriteAsync(
            commit =>
                commit.Connection.QuerySingle<long>(
                    "insert into libraries (name, type, options, created_at, updated_at) values (@name, 'book', '{}', 1, 1) returning id",
                    new { name },
                    commit.Transaction
                ),
            TestContext.Current.CancellationToken
        );

    private static object NewUser(string username, string role) =>
        new
        {
            username,
            password = "long enough",
            role,
            library_access = "all",
        };
}
