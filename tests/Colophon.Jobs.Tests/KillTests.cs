using System.Diagnostics;
using Colophon.Jobs.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Jobs.Tests;

/// <summary>A process killed at random instants leaves exactly what an undisturbed one leaves.</summary>
public sealed class KillTests : IDisposable
{
    private const int Directories = 3_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-kill-");

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [Trait("Req", "C7")]
    public async Task Killed_again_and_again_it_counts_everything_exactly_once(int seed)
    {
        var random = new Random(seed);
        var path = Path.Combine(folder.FullName, "victim.db");
        for (var kill = 0; kill < 5; kill++)
        {
            if (await RunAsync(path, TimeSpan.FromMilliseconds(random.Next(1, 150))))
                break;
        }

        (await RunAsync(path, killAfter: null)).ShouldBeTrue();

        await using var database = SqliteDatabase.Open(path, TimeProvider.System, NullLogger<SqliteDatabase>.Instance);
        (await NumberAsync(database, "select count(*) from jobs where status <> 2")).ShouldBe(0);
        (await NumberAsync(database, "select count(*) from jobs")).ShouldBe(1 + Directories + (Directories / 2));
        (await NumberAsync(database, "select count(distinct dedupe_key) from jobs")).ShouldBe(
            Directories + (Directories / 2)
        );
        (await NumberAsync(database, "select value from counters where name = 'found'")).ShouldBe(Directories);
        (await NumberAsync(database, "select value from counters where name = 'directory'")).ShouldBe(Directories);
        (await NumberAsync(database, "select value from counters where name = 'cover'")).ShouldBe(Directories / 2);
        (await NumberAsync(database, "select value from counters where name = 'closed'")).ShouldBe(
            Directories + (Directories / 2)
        );
        (await NumberAsync(database, "select count(*) from job_logs")).ShouldBe(Directories);
    }

    [Fact]
    public async Task A_second_process_is_told_that_the_database_is_in_use()
    {
        var path = Path.Combine(folder.FullName, "victim.db");
        await using var database = SqliteDatabase.Open(path, TimeProvider.System, NullLogger<SqliteDatabase>.Instance);

        using var second = Start(path);
        var complaint = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);

        second.ExitCode.ShouldNotBe(0);
        complaint.ShouldContain("Another process uses the database");
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>True when the victim came to its end by itself.</summary>
    private static async Task<bool> RunAsync(string path, TimeSpan? killAfter)
    {
        var token = TestContext.Current.CancellationToken;
        using var victim = Start(path);
        await victim.StandardOutput.ReadLineAsync(token);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        if (killAfter is { } after)
            deadline.CancelAfter(after);
        try
        {
            await victim.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (killAfter is not null)
        {
            victim.Kill();
            await victim.WaitForExitAsync(token);
            return false;
        }
        victim.ExitCode.ShouldBe(0);
        return true;
    }

    private static Process Start(string path) =>
        Process.Start(
            new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Colophon.Jobs.Victim"))
            {
                ArgumentList = { path, $"{Directories}" },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static Task<long> NumberAsync(IDatabase database, string sql) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                return Task.FromResult((long)command.ExecuteScalar()!);
            },
            TestContext.Current.CancellationToken
        );
}
