using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>A picture that an item has or might have.</summary>
internal sealed record CandidateRow(
    long Id,
    string Type,
    string Source,
    string? Url,
    double Score,
    string? Sha256,
    string? CachePath,
    bool IsSelected,
    bool IsRejected,
    bool IsPicked
)
{
    public const string Columns =
        "id, type, source, url, score, sha256, cache_path, selected + locked, rejected, picked";

    private const string OfItemSql = $"select {Columns} from assets where item_id = @item order by id";

    public bool IsOffered => Sources.IsProvider(Source);

    /// <summary>Of an item's own, not of one of its files only.</summary>
    public static List<CandidateRow> OfItem(DbConnection connection, long itemId) =>
        connection.Rows(OfItemSql, Of, itemId);

    /// <summary>The same in a transaction.</summary>
    public static List<CandidateRow> OfItem(Commit commit, long itemId) => commit.Query(OfItemSql, Of, itemId);

    public static CandidateRow Of(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.TextOrNull(3),
            row.DoubleOrNull(4) ?? 0,
            row.TextOrNull(5),
            row.TextOrNull(6),
            row.GetInt64(7) > 0,
            row.GetInt64(8) > 0,
            row.GetInt64(9) > 0
        );
}
