using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Access;

public sealed class SessionTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_look_the_same()
    {
        var wrong = await LoginAsync("admin", "wrong password");
        var unknown = await LoginAsync("nobody", "wrong password");

        wrong.ExpectProblem(401, "bad_credentials");
        unknown.Body.ShouldBe(wrong.Body);
    }

    [Fact]
    public async Task A_session_ends_with_the_sign_out()
    {
        var client = await server.AsAsync("viewer");
        var stolen = server.Anonymous();
        stolen.Headers["Cookie"] = client.CookieHeader;
        (await stolen.SendAsync("GET", "/api/auth/me")).Expect(200);

        (await client.SendAsync("POST", "/api/auth/logout")).Expect(204);

        (await stolen.SendAsync("GET", "/api/auth/me")).ExpectProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_session_outlives_a_restart()
    {
        await using var other = await ColophonServer.StartAsync();

        await other.RestartAsync();

        (await other.Admin.SendAsync("GET", "/api/auth/me")).Expect(200);
    }

    [Fact]
    public async Task A_new_password_a_deactivation_and_a_deletion_end_all_sessions_at_once()
    {
        var first = await server.AsAsync("viewer");
        await server.Admin.PatchAsync($"/api/users/{await IdOfAsync(first)}", new { password = "another one" });
        (await first.SendAsync("GET", "/api/auth/me")).Status.ShouldBe(401);

        var second = await server.AsAsync("viewer");
        await server.Admin.PatchAsync($"/api/users/{await IdOfAsync(second)}", new { active = false });
        (await second.SendAsync("GET", "/api/auth/me")).Status.ShouldBe(401);

        var third = await server.AsAsync("viewer");
        await server.Admin.DeleteAsync($"/api/users/{await IdOfAsync(third)}");
        (await third.SendAsync("GET", "/api/auth/me")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_new_role_holds_at_once()
    {
        var client = await server.AsAsync("viewer");
        (await client.SendAsync("GET", "/api/users")).ExpectProblem(403, "forbidden");

        await server.Admin.PatchAsync($"/api/users/{await IdOfAsync(client)}", new { role = "admin" });

        (await client.SendAsync("GET", "/api/users")).Expect(200);
    }

    [Fact]
    public async Task An_inactive_user_cannot_sign_in()
    {
        var client = await server.AsAsync("viewer");
        var me = await client.GetAsync("/api/auth/me");
        await server.Admin.PatchAsync($"/api/users/{me["id"]}", new { active = false });

        (await LoginAsync((string)me["username"]!, "correct horse")).ExpectProblem(401, "bad_credentials");
    }

    [Fact]
    public async Task A_session_slides_while_it_is_used_and_ends_when_it_is_not()
    {
        var clock = new TestClock();
        await using var slow = await ColophonServer.StartAsync(clock);
        for (var week = 0; week < 8; week++)
        {
            clock.Leap(TimeSpan.FromDays(7));
            (await slow.Admin.SendAsync("GET", "/api/auth/me")).Expect(200);
        }

        clock.Leap(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));

        (await slow.Admin.SendAsync("GET", "/api/auth/me")).ExpectProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Guessing_is_slowed_and_says_for_how_long()
    {
        var clock = new TestClock();
        await using var slow = await ColophonServer.StartAsync(clock);
        Task<Answer> TryAsync(string password) =>
            slow.Anonymous().SendAsync("POST", "/api/auth/login", new { username = "admin", password });
        for (var guess = 0; guess < 5; guess++)
            (await TryAsync("a guess")).ExpectProblem(401, "bad_credentials");

        var refused = await TryAsync("correct horse");

        refused.ExpectProblem(429, "too_many_requests");
        refused.Headers["Retry-After"].ShouldBe("30");
        clock.Advance(TimeSpan.FromSeconds(30));
        (await TryAsync("correct horse")).Expect(200);
    }

    [Fact]
    public async Task Sign_ins_and_changes_to_users_are_written_down_without_secrets()
    {
        await LoginAsync("typed-into-the-wrong-field", "typed secret");
        await server.AsAsync("viewer");

        var rows = await server.Database.ReadAsync(
            connection =>
                Task.FromResult(connection.Query<string>("select action || ' ' || detail from audit").ToList()),
            TestContext.Current.CancellationToken
        );

        rows.ShouldContain(row => row.StartsWith("setup "));
        rows.ShouldContain(row => row.StartsWith("login_refused ") && row.Contains("127.0.0.1"));
        rows.ShouldContain(row => row.StartsWith("user_created "));
        rows.ShouldAllBe(row => !row.Contains("secret") && !row.Contains("horse") && !row.Contains("typed-into"));
    }

    [Fact]
    public async Task No_secret_is_stored_as_it_is_and_none_is_logged()
    {
        var client = await server.AsAsync("admin");
        var key = await client.PostAsync("/api/api-keys", new { name = "k", scopes = new[] { "books:read" } }, 201);
        var token = client.CookieHeader["colophon_session=".Length..];

        var stored = await server.Database.ReadAsync(
            connection =>
                Task.FromResult(
                    string.Join(
                        '\n',
                        connection.Query<string>(
                            "select password_hash from users union all select token_hash from sessions union all select key_hash from api_keys"
                        )
                    )
                ),
            TestContext.Current.CancellationToken
        );

        foreach (var secret in (string[])[token, (string)key["key"]!, "correct horse"])
        {
            stored.ShouldNotContain(secret);
            server.Log.Lines.ShouldAllBe(line => !line.Contains(secret));
        }
    }

    private Task<Answer> LoginAsync(string username, string password) =>
        server.Anonymous().SendAsync("POST", "/api/auth/login", new { username, password });

    private static async Task<long> IdOfAsync(TestClient client) =>
        (long)(await client.GetAsync("/api/auth/me"))["id"]!;
}
