using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>GET /api/scans/{id}/errors, in the order they happened.</summary>
internal static class ListScanErrors
{
    public static async Task<Results<Ok<ScanErrorList>, ApiError>> HandleAsync(
        long id,
        Paging paging,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (scan, list) = await database.ReadAsync(
            connection => Task.FromResult((ScanRow.Load(connection, null, id), Read(connection, id, paging))),
            cancellationToken
        );
        if (scan is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(scan.LibraryId) is { } refusal)
            return refusal;
        return TypedResults.Ok(list);
    }

    private static ScanErrorList Read(DbConnection connection, long id, Paging paging) =>
        new(
            [
                .. connection
                    .Query<ErrorRow>(
                        """
                        select e.id, e.job_id, e.job_type, e.item_id, i.kind as item_kind, e.file_id, e.path, e.code, e.message,
                            e.attempts, e.created_at, e.resolved_at
                        from scan_errors e left join items i on i.id = e.item_id
                        where e.scan_id = @id order by e.id limit @Limit offset @Offset
                        """,
                        new
                        {
                            id,
                            paging.Limit,
                            paging.Offset,
                        }
                    )
                    .Select(ScanErrorAnswer.Of),
            ],
            connection.QuerySingle<long>("select count(*) from scan_errors where scan_id = @id", new { id })
        );
}

internal sealed record ErrorRow(
    long Id,
    long? JobId,
    string? JobType,
    long? ItemId,
    string? ItemKind,
    long? FileId,
    string? Path,
    string Code,
    string Message,
    long Attempts,
    long CreatedAt,
    long? ResolvedAt
);

/// <summary>What a scan could not do.</summary>
/// <param name="ResolvedAt">When the unit was tried again; the error then counts no longer.</param>
public sealed record ScanErrorAnswer(
    long Id,
    long? JobId,
    string? JobType,
    long? ItemId,
    string? ItemKind,
    long? FileId,
    string? Path,
    string Code,
    string Message,
    long Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ResolvedAt
)
{
    internal static ScanErrorAnswer Of(ErrorRow row) =>
        new(
            row.Id,
            row.JobId,
            row.JobType,
            row.ItemId,
            row.ItemKind,
            row.FileId,
            row.Path,
            row.Code,
            row.Message,
            row.Attempts,
            UtcTime.From(row.CreatedAt),
            UtcTime.From(row.ResolvedAt)
        );
}

public sealed record ScanErrorList(IReadOnlyList<ScanErrorAnswer> Errors, long Total);
