namespace Colophon.Server.Tests.Faults;

/// <summary>
/// Four workers share a scan on one database, and some are killed with signal 9 in the midst of it and replaced. In the end
/// the scan's counters and the catalog are those of a scan that nobody disturbed.
/// </summary>
[Collection(WorkerScans.Name)]
public sealed class KillWorkersTests(WorkerScans scans)
{
    private const int RoundsOfTheSuite = 2;

    [Fact]
    [Trait("Req", "C7")]
    [Trait("Req", "C17")]
    public async Task A_scan_whose_workers_are_killed_ends_like_an_undisturbed_one()
    {
        Assert.SkipUnless(TestDatabase.IsShared, "A database of its own has one process.");
        var cancellationToken = TestContext.Current.CancellationToken;

        await scans.EveryRoundEndsAlikeAsync(
            RoundsOfTheSuite,
            round =>
                round.RunAsync(
                    token => round.Scan.ReplaceAsync(round.Random.Next(ScanByWorkers.Workers), token),
                    cancellationToken
                ),
            cancellationToken
        );
    }
}
