namespace Colophon.Server.Tests.Access;

public sealed class SetUpTests
{
    private static readonly object Root = new { username = "root", password = "long enough" };

    [Fact]
    public async Task The_one_who_sets_up_is_an_administrator_and_signed_in()
    {
        await using var server = await ColophonServer.StartEmptyAsync();
        var client = server.Anonymous();
        ((bool)(await client.GetAsync("/api/setup"))["needs_setup"]!).ShouldBeTrue();

        await client.PostAsync("/api/setup", Root, expected: 201);

        var me = await client.GetAsync("/api/auth/me");
        ((string?)me["username"]).ShouldBe("root");
        ((string?)me["role"]).ShouldBe("admin");
        ((string?)me["library_access"]).ShouldBe("all");
        me["permissions"]!.AsArray().Count.ShouldBe(18);
        ((bool)(await client.GetAsync("/api/setup"))["needs_setup"]!).ShouldBeFalse();
        (await client.SendAsync("POST", "/api/setup", Root)).ExpectProblem(409, "already_set_up");
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var server = await ColophonServer.StartEmptyAsync();
        var client = server.Anonymous();
        client.Headers["X-Forwarded-Proto"] = "https";

        var answer = await client.SendAsync("POST", "/api/setup", Root);

        answer.Expect(201);
        var cookie = answer.Headers["Set-Cookie"];
        cookie.ShouldStartWith("colophon_session=");
        foreach (var part in (string[])["httponly", "samesite=lax", "secure", "path=/"])
            cookie.ShouldContain(part);
    }

    [Fact]
    public async Task Of_fifty_who_set_up_at_once_exactly_one_wins()
    {
        await using var server = await ColophonServer.StartEmptyAsync();
        var tries = Enumerable
            .Range(0, 50)
            .Select(number =>
                server
                    .Anonymous()
                    .SendAsync("POST", "/api/setup", new { username = $"user{number}", password = "long enough" })
            );

        var answers = await Task.WhenAll(tries);

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer is { Status: 409, Code: "already_set_up" }).ShouldBe(49);
        answers.Count(answer => answer.Headers.ContainsKey("Set-Cookie")).ShouldBe(1);
    }

    [Fact]
    public async Task From_another_machine_the_set_up_asks_for_the_code_in_the_log()
    {
        await using var server = await ColophonServer.StartEmptyAsync();
        var client = server.Anonymous();
        client.Headers["X-Forwarded-For"] = "192.0.2.7";
        Task<Answer> TryAsync(string? code) =>
            client.SendAsync(
                "POST",
                "/api/setup",
                new
                {
                    username = "root",
                    password = "long enough",
                    code,
                }
            );

        (await TryAsync(null)).ExpectProblem(403, "setup_code");
        (await TryAsync("AAAAAAAA")).ExpectProblem(403, "setup_code");
        var code = server.Log.Lines.Single(line => line.Contains("enter the code")).Trim().Split(' ')[^1];
        (await TryAsync(code)).Expect(201);
    }

    [Fact]
    public async Task A_page_of_another_name_on_this_machine_cannot_set_up()
    {
        await using var server = await ColophonServer.StartEmptyAsync();
        var client = server.Anonymous();
        client.Headers["Host"] = "rebound.example";

        (await client.SendAsync("POST", "/api/setup", Root)).ExpectProblem(403, "setup_code");
    }

    [Fact]
    public async Task A_set_up_without_a_proper_name_or_password_names_the_field()
    {
        await using var server = await ColophonServer.StartEmptyAsync();
        async Task<IReadOnlyList<string>> FieldsAsync(string username, string password) =>
            (await server.Anonymous().SendAsync("POST", "/api/setup", new { username, password }))
                .ExpectProblem(400, "validation_failed")
                .Fields;

        (await FieldsAsync("", "long enough")).ShouldBe(["username"]);
        (await FieldsAsync("  ", "long enough")).ShouldBe(["username"]);
        (await FieldsAsync("root", "short")).ShouldBe(["password"]);
        (await FieldsAsync(new string('x', 65), "short")).ShouldBe(["username", "password"]);
    }
}
