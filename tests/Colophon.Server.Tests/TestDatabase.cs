using System.Data.Common;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Server.Platform.Data;
using Colophon.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Colophon.Server.Tests;

/// <summary>The suite runs on SQLite, and with <c>COLOPHON_TEST_STORE=postgres</c> on PostgreSQL.</summary>
internal static class TestDatabase
{
    /// <summary>Whether it is a store that several processes may use.</summary>
    public static bool IsShared { get; } = Environment.GetEnvironmentVariable("COLOPHON_TEST_STORE") == "postgres";

    /// <summary>The address of a fresh database with all tables in it; null = the file in the data folder.</summary>
    public static async Task<string?> MakeAsync() =>
        IsShared ? await PostgresCluster.CreateAsync("catalog", MigrateAsync) : null;

    /// <summary>Another program holds the database, and no user can be added until the answer is disposed.</summary>
    public static async Task<IAsyncDisposable> LockAsync(ColophonServer server)
    {
        DbConnection other = server.DatabaseAddress is { } address
            ? new NpgsqlConnection(PostgresCluster.ConnectionString(address))
            : new SqliteConnection($"Data Source={server.DataFolder}/colophon.db;Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = IsShared ? "begin; lock table users in share row exclusive mode" : "begin immediate";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return other;
    }

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
