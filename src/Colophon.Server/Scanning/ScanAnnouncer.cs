using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Live;

namespace Colophon.Server.Scanning;

/// <summary>Tells the pages what a commit did to a scan, once it is durable: absolute counters, and each phase once.</summary>
public sealed class ScanAnnouncer(LiveEvents live, ScanPace pace, IProviderPaces providers)
{
    public void Moved(Commit commit, ScanRow scan)
    {
        var name = NameOf(commit, scan.LibraryId);
        var asked = scan.EnrichmentProvider is { } provider
            ? providers.Of(commit.Connection, commit.Transaction, provider)
            : null;
        var progress = ScanProgress.Of(scan, name, pace.Observe(scan, commit.Now), asked);
        commit.AfterCommit(() =>
            live.Publish(new LiveEvent(ScanEvents.Progress, scan.LibraryId, progress) { Subject = $"scan {scan.Id}" })
        );
    }

    public void PhaseEntered(Commit commit, ScanRow scan, string phase)
    {
        commit.AfterCommit(() =>
            live.Publish(ScanEvents.Phase, scan.LibraryId, new ScanPhaseChanged(scan.Id, scan.LibraryId, phase))
        );
        if (phase == ScanStatus.Caching)
        {
            commit.AfterCommit(() =>
                live.Publish(ScanEvents.LibraryReady, scan.LibraryId, new LibraryIsReady(scan.LibraryId, scan.Id))
            );
        }
        if (!ScanStatus.HasEnded(phase))
            return;
        var duration = commit.Millis() - scan.StartedAt;
        commit.AfterCommit(() =>
            live.Publish(ScanEvents.Completed, scan.LibraryId, new ScanEnded(scan.Id, scan.LibraryId, phase, duration))
        );
    }

    private static string NameOf(Commit commit, long libraryId) =>
        commit.Query("select name from libraries where id = @id", row => row.GetString(0), libraryId).FirstOrDefault()
        ?? "";
}
