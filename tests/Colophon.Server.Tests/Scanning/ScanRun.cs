using Colophon.Server.Scanning;

namespace Colophon.Server.Tests.Scanning;

/// <summary>Moves the counters of a scan at random, as commits of the pipeline may: children are queued by the commit that ends their parent.</summary>
internal sealed class ScanRun(int seed)
{
    private readonly Random random = new(seed);
    private ScanRow scan = new();
    private long failedDirectories;
    private bool reconciling;

    public List<string> Entered { get; } = [];

    public void ToTheEnd()
    {
        var unitsToFind = random.Next(0, 6);
        while (!ScanStatus.HasEnded(scan.Status))
        {
            scan = Move(ref unitsToFind);
            foreach (var phase in ScanPhase.Steps(scan))
            {
                Entered.Add(phase);
                scan = scan with { Status = phase };
            }
        }
    }

    private ScanRow Move(ref int unitsToFind)
    {
        if (random.Next(200) == 0)
            return scan with { CancelledAt = 1 };
        if (random.Next(100) == 0)
            return scan with { Failure = "{}" };
        return random.Next(6) switch
        {
            0 when scan.DiscoveryCompletedAt is null && unitsToFind > 0 => Found(ref unitsToFind),
            1 when scan.DiscoveryCompletedAt is null && unitsToFind == 0 => scan with
            {
                DiscoveryCompletedAt = 1,
                DirectoriesTotal = scan.DirectoriesQueued,
            },
            2 when scan.DirectoriesScanned < scan.DirectoriesQueued => DirectoryEnded(),
            3 when Reconcilable => Reconciled(),
            4 when scan.AssetsCached < scan.AssetsQueued => scan with { AssetsCached = scan.AssetsCached + 1 },
            5 when scan.EnrichmentCompleted < scan.EnrichmentQueued => scan with
            {
                EnrichmentCompleted = scan.EnrichmentCompleted + 1,
            },
            0 when failedDirectories > 0 && !ScanStatus.HasEnded(scan.Status) && random.Next(4) == 0 => Retried(),
            _ => scan,
        };
    }

    private bool Reconcilable =>
        scan.DiscoveryCompletedAt is not null
        && scan.ReconciledAt is null
        && (reconciling || scan.DirectoriesScanned == scan.DirectoriesTotal);

    private ScanRow Found(ref int unitsToFind)
    {
        unitsToFind--;
        return scan with { DirectoriesQueued = scan.DirectoriesQueued + 1 };
    }

    private ScanRow DirectoryEnded()
    {
        var failed = random.Next(4) == 0;
        failedDirectories += failed ? 1 : 0;
        return scan with
        {
            DirectoriesScanned = scan.DirectoriesScanned + 1,
            AssetsQueued = scan.AssetsQueued + (failed ? 0 : random.Next(3)),
            EnrichmentQueued = scan.EnrichmentQueued + (failed ? 0 : random.Next(2)),
        };
    }

    private ScanRow Reconciled()
    {
        reconciling = true;
        return scan with { ReconciledAt = 1 };
    }

    private ScanRow Retried()
    {
        failedDirectories--;
        return scan with { DirectoriesScanned = scan.DirectoriesScanned - 1 };
    }
}
