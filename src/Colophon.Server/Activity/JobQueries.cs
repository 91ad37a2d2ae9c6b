using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Dapper;

namespace Colophon.Server.Activity;

/// <summary>Reads jobs with what is shown beside them: one query a table, however many jobs.</summary>
internal static class JobQueries
{
    private const string Columns = """
        select j.id, j.type, j.queue, j.status, j.priority, j.payload, j.cursor, j.library_id, l.name as library_name, j.scan_id,
            j.parent_id, j.retry_of, j.attempt, j.max_attempts, j.run_at, j.process_id, j.cancel_requested_at, j.error,
            j.created_at, j.updated_at, j.started_at, j.finished_at
        from jobs j left join libraries l on l.id = j.library_id
        """;

    private const string ScanColumns = """
        select id, job_id, discovery_completed_at, directories_queued, directories_scanned, assets_queued, assets_cached,
            enrichment_queued, enrichment_completed, errors_count
        from scans
        """;

    public static JobRow? Row(DbConnection connection, DbTransaction? transaction, long id) =>
        connection.QuerySingleOrDefault<JobRow>($"{Columns} where j.id = @id", new { id }, transaction);

    public static JobAnswer? Find(DbConnection connection, DbTransaction? transaction, long id) =>
        Row(connection, transaction, id) is { } row ? Answers(connection, transaction, [row])[0] : null;

    /// <summary>
    /// A page of jobs, newest first; <paramref name="condition"/> is over <c>j</c> and refers to <paramref name="values"/>.
    /// The children of one scan or job are ordered by id alone, which is the order of their making too: an index gives it,
    /// whereas a hundred thousand would be sorted by time for every page.
    /// </summary>
    public static IReadOnlyList<JobAnswer> Page(
        DbConnection connection,
        string condition,
        DynamicParameters values,
        JobOrder order
    ) =>
        Answers(
            connection,
            null,
            connection
                .Query<JobRow>(
                    $"{Columns} where {condition} order by {(order == JobOrder.Newest ? "j.created_at desc, j.id desc" : "j.id desc")} limit @limit offset @offset",
                    values
                )
                .AsList()
        );

    public static IReadOnlyList<JobScan> ScansOf(
        DbConnection connection,
        DbTransaction? transaction,
        IReadOnlyList<long> jobs
    ) =>
        connection
            .Query<JobScan>($"{ScanColumns} where job_id in @jobs order by id", new { jobs }, transaction)
            .AsList();

    private static IReadOnlyList<JobAnswer> Answers(
        DbConnection connection,
        DbTransaction? transaction,
        IReadOnlyList<JobRow> rows
    )
    {
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(row => row.Id).ToList();
        var scans = ScansOf(connection, transaction, ids).ToLookup(scan => scan.JobId);
        var errors = FailedTries(connection, transaction, ids);
        return [.. rows.Select(row => JobAnswer.Of(row, [.. scans[row.Id]], [.. errors[row.Id]]))];
    }

    /// <summary>A failed try is a line of the job's log.</summary>
    private static ILookup<long, FailedTry> FailedTries(
        DbConnection connection,
        DbTransaction? transaction,
        IReadOnlyList<long> jobs
    ) =>
        connection
            .Query<ErrorLine>(
                "select job_id, message, data, created_at from job_logs where job_id in @jobs and level = @error order by id",
                new { jobs, error = (long)JobLogLevel.Error },
                transaction
            )
            .Select(line => (line, attempt: FailedAttempt.Read(line.Data)))
            .Where(found => found.attempt is not null)
            .ToLookup(
                found => found.line.JobId,
                found => new FailedTry(
                    found.attempt!.Attempt,
                    found.attempt.Code,
                    found.line.Message,
                    UtcTime.From(found.line.CreatedAt)
                )
            );

    private sealed record ErrorLine(long JobId, string Message, string? Data, long CreatedAt);
}

/// <summary>How a page of jobs is ordered.</summary>
internal enum JobOrder
{
    Newest,
    LastMade,
}
