using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Dapper;

namespace Colophon.Server.Libraries;

/// <summary>How a request for a scan ended: the job's id, or the id of the active scan that blocks it.</summary>
public sealed record StartScanResult(long? JobId, long? BlockedBy);

/// <summary>
/// Owns the rule that one scan blocks another: a library is blocked by its own active scan and by a global one, a global scan by
/// any. Check and insert happen in one commit of the one writer, so of many simultaneous requests exactly one wins.
/// </summary>
public static class StartScan
{
    /// <summary>Queues the scan job, or names the one that stands in its way.</summary>
    /// <param name="libraryId">Null = all libraries.</param>
    /// <param name="retryOf">The ended scan job that this one repeats.</param>
    public static StartScanResult Start(Commit commit, long? libraryId, ScanOptions options, long? retryOf = null)
    {
        if (Blocker(commit, libraryId) is { } blocker)
            return new StartScanResult(null, blocker);
        var filled = libraryId is { } id ? options.WithDefaults(Defaults(commit, id)) : options;
        var queue = libraryId is { } library ? JobQueues.OfLibrary(library) : JobQueues.General;
        var request = JobRequest.For(JobTypes.Scan, queue, filled) with { LibraryId = libraryId, RetryOf = retryOf };
        return new StartScanResult(commit.Insert([request])[0], null);
    }

    /// <summary>The active scan job that stands in the way, or null.</summary>
    public static long? Blocker(Commit commit, long? libraryId) =>
        commit.Connection.QueryFirstOrDefault<long?>(
            """
            select id from jobs
            where type = @type and status in (0, 1)
              and (@libraryId is null or library_id is null or library_id = @libraryId)
            order by id limit 1
            """,
            new { type = JobTypes.Scan.Name, libraryId },
            commit.Transaction
        );

    private static LibraryScanDefaults Defaults(Commit commit, long libraryId)
    {
        var json = commit.Connection.QuerySingleOrDefault<string>(
            "select options from libraries where id = @libraryId",
            new { libraryId },
            commit.Transaction
        );
        return json is null
            ? new LibraryScanDefaults()
            : JsonSerializer.Deserialize<LibraryScanDefaults>(json, JobJson.Options) ?? new LibraryScanDefaults();
    }
}
