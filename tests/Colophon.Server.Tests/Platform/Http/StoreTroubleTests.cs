using Microsoft.Data.Sqlite;

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
        await using (await LockAsync(server))
        {
            var refused = await server.Admin.SendAsync("POST", "/api/users", user);
            refused.ExpectProblem(503, "database_busy").Detail.ShouldNotBeNullOrEmpty();
            (await server.Admin.SendAsync("GET", "/api/users")).Status.ShouldBe(200);
        }
        (await server.Admin.SendAsync("POST", "/api/users", user)).Status.ShouldBe(201);
    }

    private static async Task<SqliteConnection> LockAsync(ColophonServer server)
    {
        var other = new SqliteConnection($"Data Source={server.DataFolder}/colophon.db;Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return other;
    }
}
