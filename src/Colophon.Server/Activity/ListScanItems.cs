using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>GET /api/scans/{id}/items: what a scan added, updated or missed, and how far the pictures of each are.</summary>
internal static class ListScanItems
{
    private static readonly string[] Changes = ["added", "updated", "missing"];

    public static async Task<Results<Ok<ScanItemList>, ApiError>> HandleAsync(
        long id,
        string? change,
        Paging paging,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (change is not null && !Changes.Contains(change))
            return ApiErrors.Validation("change", $"change must be one of {string.Join(", ", Changes)}.");
        var (scan, list) = await database.ReadAsync(
            connection => Task.FromResult((ScanRow.Load(connection, null, id), Read(connection, id, change, paging))),
            cancellationToken
        );
        if (scan is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(scan.LibraryId) is { } refusal)
            return refusal;
        return TypedResults.Ok(list);
    }

    private static ScanItemList Read(DbConnection connection, long id, string? change, Paging paging)
    {
        var condition = "scan_id = @id" + (change is null ? "" : " and change = @change");
        var values = new
        {
            id,
            change,
            paging.Limit,
            paging.Offset,
        };
        var rows = connection
            .Query<ItemRow>(
                $"""
                select item_id, kind, title, path, change, job_id from scan_items
                where {condition} order by id limit @Limit offset @Offset
                """,
                values
            )
            .AsList();
        var assets = Assets(connection, rows);
        return new ScanItemList(
            [
                .. rows.Select(row =>
                    row.ItemId is { } item && assets.TryGetValue(item, out var counted)
                        ? Answer(row, counted)
                        : Answer(row, new ItemAssets())
                ),
            ],
            connection.QuerySingle<long>($"select count(*) from scan_items where {condition}", values)
        );
    }

    private static Dictionary<long, ItemAssets> Assets(DbConnection connection, IReadOnlyList<ItemRow> rows) =>
        connection
            .Query<ItemAssets>(
                $"""
                select item_id, count(*) as queued, count(cache_path) as cached from assets
                where item_id in @items and url is null and rejected = 0 and {AssetTypes.CachedRows} group by item_id
                """,
                new { items = rows.Where(row => row.ItemId is not null).Select(row => row.ItemId).Distinct().ToList() }
            )
            .ToDictionary(counted => counted.ItemId);

    private static ScanItemAnswer Answer(ItemRow row, ItemAssets assets) =>
        new(row.ItemId, row.Kind, row.Title, row.Path, row.Change, assets.Queued, assets.Cached, row.JobId);

    private sealed record ItemRow(long? ItemId, string Kind, string Title, string Path, string Change, long? JobId);

    // Not by constructor: a computed column has no type while there is no row.
    private sealed record ItemAssets
    {
        public long ItemId { get; init; }

        public long Queued { get; init; }

        public long Cached { get; init; }
    }
}

/// <summary>An item a scan touched.</summary>
/// <param name="ItemId">Null in a dry run: it would be, and is not.</param>
/// <param name="Change">added, updated or missing.</param>
public sealed record ScanItemAnswer(
    long? ItemId,
    string Kind,
    string Title,
    string Path,
    [property: AllowedValues("added", "updated", "missing")] string Change,
    long AssetsQueued,
    long AssetsCached,
    long? JobId
);

public sealed record ScanItemList(IReadOnlyList<ScanItemAnswer> Items, long Total);
