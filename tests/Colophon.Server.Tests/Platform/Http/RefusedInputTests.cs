namespace Colophon.Server.Tests.Platform.Http;

public sealed class RefusedInputTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Theory]
    [InlineData("""{"username":"a","password":"12345678","role":"viewer","library_access":"all","extra":1}""", "extra")]
    [InlineData("""{"username":"a","password":"12345678","library_access":"all"}""", "role")]
    [InlineData("""{"username":null,"password":"12345678","role":"viewer","library_access":"all"}""", "username")]
    [InlineData("""{"username":5,"password":"12345678","role":"viewer","library_access":"all"}""", "username")]
    [InlineData("""{"username":"a","password":"12345678","role":"viewer","library_access":"some"}""", "library_access")]
    [InlineData("""{"username":"a","password":"12345678","role":"viewer","library_access":["1"]}""", "library_access")]
    [InlineData(
        """{"username":"a","username":"b","password":"12345678","role":"v","library_access":"all"}""",
        "username"
    )]
    [InlineData("""{"USERNAME":"a","password":"12345678","role":"viewer","library_access":"all"}""", "USERNAME")]
    [InlineData("""{"username":""", "username")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("", "body")]
    public async Task A_body_that_does_not_fit_names_the_field(string body, string field)
    {
        var answer = await server.Admin.SendAsync("POST", "/api/users", body);

        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe([field]);
        answer.Detail.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task All_missing_fields_are_named_at_once()
    {
        var answer = await server.Admin.SendAsync("POST", "/api/users", "{}");

        answer
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["username", "password", "role", "library_access"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=1.5", "offset")]
    [InlineData("offset=99999999999", "offset")]
    public async Task A_page_out_of_range_is_refused(string query, string field)
    {
        var answer = await server.Admin.SendAsync("GET", $"/api/users?{query}");

        answer.ExpectProblem(400, "validation_failed").Fields.ShouldBe([field]);
    }

    [Fact]
    public async Task A_list_answers_its_page_and_the_total_of_all()
    {
        await server.AsAsync("viewer");
        await server.AsAsync("viewer");

        var page = await server.Admin.GetAsync("/api/users?limit=1&offset=1");

        page["users"]!.AsArray().Count.ShouldBe(1);
        ((long)page["total"]!).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_problem_has_all_its_members()
    {
        var answer = await server.Admin.SendAsync("GET", "/api/users?limit=0");

        answer
            .Json.AsObject()
            .Select(member => member.Key)
            .ShouldBe(["type", "title", "status", "code", "detail", "errors"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", 404, "not_found")]
    [InlineData("POST", "/api/nothing", 404, "not_found")]
    [InlineData("GET", "/api", 404, "not_found")]
    [InlineData("GET", "/health/nothing", 404, "not_found")]
    [InlineData("PUT", "/api/users", 405, "method_not_allowed")]
    [InlineData("POST", "/libraries/1", 405, "method_not_allowed")]
    public async Task An_address_that_leads_nowhere_is_a_problem_too(
        string method,
        string path,
        int status,
        string code
    ) => (await server.Admin.SendAsync(method, path)).ExpectProblem(status, code);

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_a_browser_safe()
    {
        foreach (var path in (string[])["/api/auth/me", "/api/nothing", "/", "/health/live"])
        {
            var answer = await server.Admin.SendAsync("GET", path);
            answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            answer.Headers["Referrer-Policy"].ShouldBe("same-origin");
            var policy = answer.Headers["Content-Security-Policy"];
            policy.ShouldContain("script-src 'self';");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldContain("object-src 'none'");
            answer.Headers.ContainsKey("Server").ShouldBeFalse();
        }
    }
}
