using Colophon.Server.Scanning;

namespace Colophon.Server.Tests.Scanning;

public sealed class ScanPhaseTests
{
    private static readonly string[] WholeWay =
    [
        ScanStatus.Scanning,
        ScanStatus.Caching,
        ScanStatus.Enriching,
        ScanStatus.Completed,
    ];

    [Fact]
    [Trait("Req", "C9")]
    public void A_scan_without_any_unit_passes_through_every_phase_once()
    {
        var scan = new ScanRow { DiscoveryCompletedAt = 1, ReconciledAt = 2 };
        ScanPhase.Steps(scan).ShouldBe(WholeWay);
    }

    [Theory]
    [Trait("Req", "C2")]
    [InlineData("discovering", 0, 0, 0)]
    [InlineData("scanning", 1, 0, 0)]
    [InlineData("caching", 2, 1, 0)]
    [InlineData("enriching", 2, 2, 1)]
    [InlineData("completed", 2, 2, 2)]
    public void The_phase_is_the_first_one_with_something_left(string phase, long scanned, long cached, long enriched)
    {
        var scan = new ScanRow
        {
            DirectoriesTotal = phase == ScanStatus.Discovering ? 0 : 2,
            DiscoveryCompletedAt = phase == ScanStatus.Discovering ? null : 1,
            ReconciledAt = 2,
            DirectoriesScanned = scanned,
            AssetsQueued = 2,
            AssetsCached = cached,
            EnrichmentQueued = 2,
            EnrichmentCompleted = enriched,
        };
        ScanPhase.Of(scan).ShouldBe(phase);
    }

    [Fact]
    [Trait("Req", "C8")]
    public void A_catastrophe_fails_discovery_at_once_and_a_sealed_scan_at_its_end()
    {
        ScanPhase.Steps(new ScanRow { Failure = "{}" }).ShouldBe([ScanStatus.Failed]);
        var walked = new ScanRow
        {
            Failure = "{}",
            DiscoveryCompletedAt = 1,
            DirectoriesTotal = 1,
        };
        ScanPhase.Steps(walked).ShouldBe([ScanStatus.Scanning]);
        ScanPhase
            .Steps(walked with { Status = ScanStatus.Scanning, DirectoriesScanned = 1, ReconciledAt = 1 })
            .ShouldBe([ScanStatus.Caching, ScanStatus.Enriching, ScanStatus.Failed]);
    }

    [Fact]
    [Trait("Req", "C15")]
    public void A_cancelled_scan_is_cancelled_whatever_its_counters_say()
    {
        foreach (
            var status in new[]
            {
                ScanStatus.Discovering,
                ScanStatus.Scanning,
                ScanStatus.Caching,
                ScanStatus.Enriching,
            }
        )
            ScanPhase.Steps(new ScanRow { Status = status, CancelledAt = 1 }).ShouldBe([ScanStatus.Cancelled]);
        ScanPhase.Steps(new ScanRow { Status = ScanStatus.Completed, CancelledAt = 1 }).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "C16")]
    public void A_retried_unit_holds_the_end_back_but_not_the_phase()
    {
        var scan = new ScanRow
        {
            Status = ScanStatus.Caching,
            DiscoveryCompletedAt = 1,
            ReconciledAt = 1,
            DirectoriesTotal = 5,
            DirectoriesScanned = 4,
            AssetsQueued = 3,
            AssetsCached = 3,
        };
        ScanPhase.Steps(scan).ShouldBeEmpty();
        ScanPhase.Steps(scan with { DirectoriesScanned = 5 }).ShouldBe([ScanStatus.Enriching, ScanStatus.Completed]);
    }

    [Fact]
    [Trait("Req", "C9")]
    public void It_never_goes_back_and_enters_each_phase_exactly_once()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var run = new ScanRun(seed);
            run.ToTheEnd();
            var cause = $"seed {seed}: {string.Join(", ", run.Entered)}";
            ScanStatus.HasEnded(run.Entered[^1]).ShouldBeTrue(cause);
            run.Entered.Count(ScanStatus.HasEnded).ShouldBe(1, cause);
            run.Entered.Take(run.Entered.Count - 1).ShouldBe(WholeWay.Take(run.Entered.Count - 1), cause);
            if (run.Entered[^1] == ScanStatus.Completed)
                run.Entered.Count.ShouldBe(WholeWay.Length, cause);
        }
    }
}
