using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Scanning;

/// <summary>
/// The commit step that keeps scans true: makes their rows when their job starts, adds what the commit did to their
/// counters, evaluates the phase until it stands still, and closes the scan's job when all its scans have ended.
/// It is the only code that writes counters and phases.
/// </summary>
public sealed class AdvanceScans(ScanSettingsCache settings, ScanAnnouncer announcer) : ICommitStep
{
    public void Run(Commit commit)
    {
        foreach (var job in commit.Started.Where(job => job.Type == JobTypes.Scan.Name))
            ScanStart.MakeRows(commit, job);
        var deltas = commit.State<ScanDeltas>();
        CountItems(commit, deltas);
        CountJobs(commit, deltas);
        // What comes after a scan's end (jobs swept away with a cancelled one) moves nothing any more.
        foreach (var scanId in deltas.ByScan.Keys.Union(commit.State<ScansTouched>().Ids).Order().ToList())
        {
            if (ScanRow.Load(commit.Connection, commit.Transaction, scanId) is not { CompletedAt: null } scan)
                continue;
            if (deltas.ByScan.TryGetValue(scanId, out var delta))
            {
                ScanCounters.Add(commit, scanId, delta);
                ScanLog.Failed(commit, scan.JobId, delta.Errors);
            }
            Advance(commit, scanId);
        }
        EndScansOfClosedJobs(commit);
    }

    private static void CountItems(Commit commit, ScanDeltas deltas)
    {
        var changes = commit.State<CatalogChanges>();
        foreach (var suspect in changes.Suspects)
            DiscoveredApplier.Suspect(commit, suspect.Scan.Value, suspect.Unit.Value);
        foreach (var change in changes.Items)
        {
            if (change.Step.Scan is not { } scan || ItemKinds.IsContainer(change.Kind))
                continue;
            var delta = deltas.Of(scan.Value);
            delta.New += change.Touch == ItemTouch.Added ? 1 : 0;
            delta.Updated += change.Touch == ItemTouch.Updated ? 1 : 0;
            delta.Missing += change.Touch == ItemTouch.Missing ? 1 : 0;
            ScanCounters.RememberItem(commit, scan, change);
        }
    }

    private static void CountJobs(Commit commit, ScanDeltas deltas)
    {
        foreach (var job in commit.Inserted.Where(job => job.ScanId is not null))
        {
            var delta = deltas.Of(job.ScanId!.Value);
            if (job.Type == JobTypes.DirectoryScan.Name)
                delta.Queued++;
            else if (job.Type == JobTypes.CacheAsset.Name)
                delta.Asset(AssetTypeOf(job), queued: 1, cached: 0);
        }
        foreach (var job in commit.Closed.Where(job => job.ScanId is not null))
            CountEnd(job, deltas.Of(job.ScanId!.Value));
        EnrichmentCount.Count(commit, deltas);
    }

    private static void CountEnd(Job job, ScanDelta delta)
    {
        var failed = job.Status == JobStatus.Failed ? 1 : 0;
        if (job.Type == JobTypes.DirectoryScan.Name)
        {
            delta.Scanned++;
            delta.Failed += failed;
        }
        else if (job.Type == JobTypes.CacheAsset.Name)
        {
            delta.Asset(AssetTypeOf(job), queued: 0, cached: 1);
            delta.AssetsFailed += failed;
        }
        else if (job.Type == JobTypes.Reconcile.Name)
        {
            delta.Milestone |= ScanMilestone.Reconciled;
        }
        if (failed == 1)
            delta.Errors.Add(ErrorOf(job));
    }

    private static ScanError ErrorOf(Job job)
    {
        var error = job.Error ?? new JobError("fault", "The job failed without saying why.");
        var asset = job.Type == JobTypes.CacheAsset.Name ? Data<CacheAssetData>(job) : null;
        var item = JobTypes.IsEnrichment(job.Type) ? Data<EnrichmentData>(job).EntityId : asset?.EntityId;
        var path =
            job.Type == JobTypes.DirectoryScan.Name ? Data<DirectoryScanData>(job).DirectoryPath : asset?.SourcePath;
        return new ScanError(
            job.Id,
            job.Type,
            path,
            error.Code,
            error.Message,
            job.Attempt,
            item is { } id ? new ItemId(id) : null
        );
    }

    private void Advance(Commit commit, long scanId)
    {
        if (ScanRow.Load(commit.Connection, commit.Transaction, scanId) is not { } scan)
            return;
        if (ScanCounters.NeedsReconcile(scan))
            QueueReconcile(commit, scan);
        foreach (var phase in ScanPhase.Steps(scan))
        {
            ScanCounters.Enter(commit, scanId, phase);
            announcer.PhaseEntered(commit, scan, phase);
            ScanLog.PhaseEntered(commit, scan, phase);
        }
        scan = ScanRow.Load(commit.Connection, commit.Transaction, scanId)!;
        announcer.Moved(commit, scan);
        if (!ScanStatus.HasEnded(scan.Status))
            return;
        commit.AfterCommit(() => settings.Forget(scanId));
        if (scan.Status == ScanStatus.Failed)
            commit.CloseScan(scanId, JobStatus.Failed, ScanCounters.FailureOf(scan));
        ScanEnd.CloseJob(commit, scan.JobId);
    }

    private static void QueueReconcile(Commit commit, ScanRow scan) =>
        commit.Insert([
            JobRequest.For(
                JobTypes.Reconcile,
                JobQueues.OfLibrary(scan.LibraryId),
                new ReconcileData(scan.Id, scan.LibraryId)
            ) with
            {
                DedupeKey = $"scan:{scan.Id}:reconcile",
                LibraryId = scan.LibraryId,
                ScanId = scan.Id,
                ParentId = scan.JobId,
            },
        ]);

    /// <summary>A scan job that ended by itself (cancelled while it walked, failed for good) takes its open scans with it.</summary>
    private void EndScansOfClosedJobs(Commit commit)
    {
        foreach (var job in commit.Closed.Where(job => job.Type == JobTypes.Scan.Name).ToList())
        {
            foreach (var scanId in ScanEnd.EndOpen(commit, job))
                Advance(commit, scanId);
        }
    }

    private static string AssetTypeOf(Job job) => Data<CacheAssetData>(job).AssetType;

    private static T Data<T>(Job job) =>
        JsonSerializer.Deserialize<T>(job.Payload, JobJson.Options)
        ?? throw new InvalidDataException($"Job {job.Id} has no data.");
}
