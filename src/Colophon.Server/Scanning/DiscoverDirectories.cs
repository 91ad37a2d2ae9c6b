using Colophon.Jobs;
using Colophon.Server.Libraries;
using Dapper;

namespace Colophon.Server.Scanning;

/// <summary>How far a scan job's walk has come; committed with what it found.</summary>
/// <param name="Scan">Which of the job's scans, in order of id.</param>
/// <param name="Root">Which of its library's roots.</param>
/// <param name="LastPath">The last step taken in that root; null before the first.</param>
/// <param name="Queued">Units queued so far in this scan, for <c>max_directories</c>.</param>
public sealed record DiscoveryCursor(int Scan, int Root, string? LastPath, long Queued)
{
    public ScanFailure? Failure { get; init; }

    public IReadOnlyList<ScanWarning> Warnings { get; init; } = [];
}

/// <summary>
/// The first phase, run by the scan job itself: walks the libraries, queues what has to be read, and parks the job until
/// its scans end. It is long work like any other: checkpoints, and a cursor to go on from after a crash.
/// </summary>
public sealed class DiscoverDirectories(
    IDatabase database,
    ScanSettingsCache settings,
    IEnumerable<IUnitReader> readers
) : IJobHandler<ScanOptions>
{
    public async Task<JobOutcome> RunAsync(JobContext<ScanOptions> context, CancellationToken cancellationToken)
    {
        var scans = await ScansOfAsync(context.Job.Id, cancellationToken);
        // A global job without any library has nothing to wait for.
        if (scans.Count == 0)
            return JobOutcome.Done;
        var cursor = context.Cursor<DiscoveryCursor>() ?? new DiscoveryCursor(0, 0, null, 0);
        for (var i = cursor.Scan; i < scans.Count; i++)
        {
            if (await settings.FindAsync(scans[i], cancellationToken) is not { } scan)
                return JobOutcome.Dead(
                    new JobError(ScanErrorCodes.LibraryGone, "The library of this scan no longer exists.")
                );
            var reader = readers.FirstOrDefault(reader => reader.LibraryType == scan.Library.Type);
            if (i > cursor.Scan)
                cursor = new DiscoveryCursor(i, 0, null, 0);
            var discovery = new LibraryDiscovery(database, context, scan, reader, cursor);
            await discovery.RunAsync(cancellationToken);
            if (i < scans.Count - 1)
                await context.CheckpointAsync(new DiscoveryCursor(i + 1, 0, null, 0), cancellationToken);
        }
        return JobOutcome.Parked;
    }

    private Task<IReadOnlyList<long>> ScansOfAsync(long jobId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<long>>(
            async connection =>
                (
                    await connection.QueryAsync<long>(
                        "select id from scans where job_id = @jobId order by id",
                        new { jobId }
                    )
                ).AsList(),
            cancellationToken
        );
}
