using System.Data.Common;
using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>GET /api/jobs/{id}/logs: ascending, from a line on, of a level and above.</summary>
internal static class ListJobLogs
{
    private const int MostLines = 500;

    private static readonly Dictionary<string, JobLogLevel> Levels = new(StringComparer.Ordinal)
    {
        ["debug"] = JobLogLevel.Debug,
        ["info"] = JobLogLevel.Info,
        ["warn"] = JobLogLevel.Warn,
        ["error"] = JobLogLevel.Error,
    };

    public static async Task<Results<Ok<JobLogList>, ApiError>> HandleAsync(
        long id,
        long? after,
        string? level,
        [PageBounds(MostLines, 100)] Paging paging,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var least = JobLogLevel.Debug;
        if (level is not null && !Levels.TryGetValue(level, out least))
            return ApiErrors.Validation("level", $"level must be one of {string.Join(", ", Levels.Keys)}.");
        var (job, list) = await database.ReadAsync(
            connection =>
                Task.FromResult((JobQueries.Row(connection, null, id), Read(connection, id, after, least, paging))),
            cancellationToken
        );
        if (job is null)
            return ApiErrors.NotFound();
        if (JobAccess.ReadRefusal(caller, job.LibraryId) is { } refusal)
            return refusal;
        return TypedResults.Ok(list);
    }

    private static JobLogList Read(DbConnection connection, long id, long? after, JobLogLevel least, Paging paging)
    {
        var values = new
        {
            id,
            least = (long)least,
            after = after ?? 0,
            paging.Limit,
            paging.Offset,
        };
        return new JobLogList(
            [
                .. connection
                    .Query<LogRow>(
                        """
                        select id, job_id, level, message, data, created_at from job_logs
                        where job_id = @id and id > @after and level >= @least
                        order by id limit @Limit offset @Offset
                        """,
                        values
                    )
                    .Select(JobLogAnswer.Of),
            ],
            connection.QuerySingle<long>("select count(*) from job_logs where job_id = @id and level >= @least", values)
        );
    }
}

internal sealed record LogRow(long Id, long JobId, long Level, string Message, string? Data, long CreatedAt);

/// <summary>A line of a job's log.</summary>
/// <param name="Level">debug, info, warn or error.</param>
public sealed record JobLogAnswer(
    long Id,
    long JobId,
    JobLogLevel Level,
    string Message,
    JsonElement? Data,
    DateTimeOffset CreatedAt
)
{
    internal static JobLogAnswer Of(LogRow row) =>
        new(row.Id, row.JobId, (JobLogLevel)row.Level, row.Message, DataOf(row.Data), UtcTime.From(row.CreatedAt));

    internal static JobLogAnswer Of(StoredLogLine stored) =>
        new(stored.Id, stored.JobId, stored.Line.Level, stored.Line.Message, DataOf(stored.Line.Data), stored.Line.At);

    private static JsonElement? DataOf(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}

public sealed record JobLogList(IReadOnlyList<JobLogAnswer> Logs, long Total);
