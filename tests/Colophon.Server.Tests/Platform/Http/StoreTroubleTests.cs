namespace Colophon.Server.Tests.Platform.Http;

public sealed class StoreTroubleTests
{
    [Fact]
    public async Task A_write_while_another_program_holds_the_database_is_refused_with_what_to_do()
    {
        await using var server = await ColophonServer.StartAsync();
        server.Log.Expect("database_busy");
        var user = new
        {
            username = "late",
            password = "long enough",
            role = "viewer",
            library_access = "all",
        };
        await using (await TestDatabase.LockAsync(server))
        {
            var refused = await server.Admin.SendAsync("POST", "/api/users", user);
            refused.ExpectProblem(503, "database_busy").Detail.ShouldNotBeNullOrEmpty();
            (await server.Admin.SendAsync("GET", "/api/users")).Status.ShouldBe(200);
        }
        (await server.Admin.SendAsync("POST", "/api/users", user)).Status.ShouldBe(201);
    }
}
