using Colophon.Jobs;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Scanning;

/// <summary>Deleting a library cancels its running scan and fails what waits, with the library as the reason.</summary>
public sealed class EndLibraryScans(ScanSettingsCache settings) : IEndLibraryWork
{
    public void End(Commit commit, long libraryId, JobError reason)
    {
        var open = commit.Query(
            "update scans set cancelled_at = @now where library_id = @library and completed_at is null returning id",
            row => row.GetInt64(0),
            commit.Millis(),
            libraryId
        );
        foreach (var scan in open)
        {
            commit.CloseScan(scan, JobStatus.Cancelled, reason);
            commit.State<ScansTouched>().Ids.Add(scan);
            commit.AfterCommit(() => settings.Forget(scan));
        }
        if (CancelScan.ActiveOf(commit, libraryId) is { } job && commit.Find(job) is { Status: JobStatus.InProgress })
            commit.RequestCancel(job);
        commit.CloseLibrary(libraryId, JobStatus.Failed, reason);
    }
}
