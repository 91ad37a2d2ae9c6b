using System.Diagnostics;
using System.Net;
using Colophon.Testing.Outside;
using Colophon.Testing.Postgres;

namespace Colophon.Server.Tests.Faults;

/// <summary>
/// One of four workers falls silent in the midst of a scan for longer than its lease and then comes back: the others have its
/// jobs by then, and what it still wants to store is refused.
/// </summary>
[Collection(WorkerScans.Name)]
public sealed class SilentWorkerTests(WorkerScans scans)
{
    private const int RoundsOfTheSuite = 1;
    private const int Victim = 0;

    [Fact]
    [Trait("Req", "C7")]
    public async Task A_scan_of_which_a_worker_freezes_past_its_lease_ends_like_an_undisturbed_one()
    {
        Assert.SkipUnless(TestDatabase.IsShared, "A database of its own has one process.");
        var cancellationToken = TestContext.Current.CancellationToken;

        await scans.EveryRoundEndsAlikeAsync(
            RoundsOfTheSuite,
            round =>
                RunAsync(
                    round,
                    () => round.Scan.Worker(Victim).Freeze(),
                    () => round.Scan.Worker(Victim).Thaw(),
                    cancellationToken
                ),
            cancellationToken,
            delay: 2 * ScanByWorkers.Lease
        );
    }

    [Fact]
    [Trait("Req", "C7")]
    public async Task A_scan_of_which_a_worker_is_cut_off_from_the_database_ends_like_an_undisturbed_one()
    {
        Assert.SkipUnless(TestDatabase.IsShared, "A database of its own has no network.");
        var cancellationToken = TestContext.Current.CancellationToken;

        await scans.EveryRoundEndsAlikeAsync(
            RoundsOfTheSuite,
            async round =>
            {
                var direct = new Uri(round.Scan.Database);
                await using var way = new TcpForwarder(new IPEndPoint(IPAddress.Loopback, direct.Port));
                round.Scan.Detour = PostgresServer.Address(direct.AbsolutePath.Trim('/'), way.Port);
                return await RunAsync(round, way.Hold, way.Release, cancellationToken);
            },
            cancellationToken,
            delay: 2 * ScanByWorkers.Lease
        );
    }

    private static Task<ScanOutcome> RunAsync(
        Round round,
        Action silence,
        Action release,
        CancellationToken cancellationToken
    ) =>
        round.Scan.RunAsync(
            async token =>
            {
                await round.InstantAsync(token);
                var silent = Stopwatch.StartNew();
                silence();
                try
                {
                    var met = await round.Scan.OwnedAsync(Victim, token) > 0;
                    await round.Scan.UntilOwnsNothingAsync(Victim, token);
                    silent.Elapsed.ShouldBeLessThan(2 * ScanByWorkers.Lease);
                    return met;
                }
                finally
                {
                    release();
                }
            },
            cancellationToken
        );
}
