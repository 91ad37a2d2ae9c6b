using Colophon.Testing.Postgres;

namespace Colophon.Server.Tests.Faults;

/// <summary>
/// Four workers share a scan on a PostgreSQL that crashes in the midst of it and is started again. All nodes go on by
/// themselves, and what was committed without an answer is not done twice.
/// </summary>
[Collection(WorkerScans.Name)]
public sealed class CrashedDatabaseTests(WorkerScans scans)
{
    private const int RoundsOfTheSuite = 1;

    [Fact]
    [Trait("Req", "C7")]
    public async Task A_scan_whose_database_crashes_ends_like_an_undisturbed_one()
    {
        Assert.SkipUnless(TestDatabase.IsShared, "A file does not crash without its process.");
        var cancellationToken = TestContext.Current.CancellationToken;
        // One of its own, as other tests run beside this one on theirs.
        await using var server = await PostgresServer.StartAsync(Durability.Full);

        await scans.EveryRoundEndsAlikeAsync(
            RoundsOfTheSuite,
            round =>
                round.RunAsync(
                    async token =>
                    {
                        await server.CrashAsync(token);
                        await server.RestartAsync();
                    },
                    cancellationToken
                ),
            cancellationToken,
            server
        );
    }
}
