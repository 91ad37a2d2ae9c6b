using Colophon.Jobs.Stores.Postgres;
using Colophon.Server.Platform.Data;
using Colophon.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Tests;

/// <summary>The suite runs on SQLite, and with <c>COLOPHON_TEST_STORE=postgres</c> on PostgreSQL.</summary>
internal static class TestDatabase
{
    /// <summary>The address of a fresh database with all tables in it; null = the file in the data folder.</summary>
    public static async Task<string?> MakeAsync() =>
        Environment.GetEnvironmentVariable("COLOPHON_TEST_STORE") == "postgres"
            ? await PostgresCluster.CreateAsync("catalog", MigrateAsync)
            : null;

    private static async Task MigrateAsync(string address)
    {
        await using var database = PostgresDatabase.Open(
            address,
            TimeProvider.System,
            NullLogger<PostgresDatabase>.Instance
        );
        await Migrations.ApplyAsync(database, CancellationToken.None);
    }
}
