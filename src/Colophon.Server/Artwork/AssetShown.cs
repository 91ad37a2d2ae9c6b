using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Colophon.Server.Artwork;

/// <summary>A picture that belongs to an item, as the API shows it.</summary>
/// <param name="FileId">The file it belongs to; null when it is the item's own.</param>
/// <param name="Origin">Where it comes from: a file's name, an entry of an archive, an upload.</param>
/// <param name="Score">How well it suits the library, of 100: of what a provider offers.</param>
/// <param name="ScoreParts">What each thing adds to that.</param>
/// <param name="PreviewUrl">Of a small picture that the provider offers; null for what is in the cache.</param>
/// <param name="Selected">A person chose it.</param>
/// <param name="Picked">It is used because nobody chose and the item has none of its own.</param>
/// <param name="Locked">A person wants it to stay.</param>
/// <param name="Rejected">A person does not want it.</param>
/// <param name="Error">Why it could not be used.</param>
/// <param name="InUse">It is the item's cover now, or one of the pictures of its type that are shown.</param>
public sealed record AssetShown(
    long Id,
    long? FileId,
    string Type,
    string? Language,
    string Origin,
    string Source,
    string? Url,
    long? Width,
    long? Height,
    long? Size,
    string? Sha256,
    string? CachePath,
    double? Score,
    JsonElement? ScoreParts,
    string? PreviewUrl,
    long? Votes,
    double? Rating,
    bool Selected,
    bool Picked,
    bool Locked,
    bool Rejected,
    string? Error,
    bool InUse
);

public sealed record AssetList(IReadOnlyList<AssetShown> Assets, long Total);

/// <summary>Reads pictures of items for the pages.</summary>
internal static class AssetRows
{
    private const string Columns = """
        a.id, a.file_id as FileId, a.type, a.language, a.origin, a.source, a.url, a.width, a.height, a.size, a.sha256,
            a.cache_path as CachePath, a.score, a.score_parts as ScoreParts, a.selected, a.locked, a.rejected,
            a.preview_url as PreviewUrl, a.votes, a.rating, a.picked, a.error,
            i.cover_asset_id as CoverAssetId
        from assets a join items i on i.id = a.item_id
        """;

    /// <summary>The cover first, then what was chosen, then what was picked and what suits best, then in the order they were found.</summary>
    public static async Task<AssetList> OfItemAsync(DbConnection connection, long itemId)
    {
        var rows = (
            await connection.QueryAsync<Row>(
                $"""
                select {Columns} where a.item_id = @itemId
                order by case when a.id = i.cover_asset_id then 0 else 1 end, a.rejected, a.selected desc, a.picked desc,
                    coalesce(a.score, 0) desc, a.id
                """,
                new { itemId }
            )
        ).ToList();
        var used = UsedPictures.Of(rows.Where(row => row.CachePath is not null).Select(row => row.Known)).ToHashSet();
        used.UnionWith(rows.Select(row => row.CoverAssetId).OfType<long>());
        return new AssetList([.. rows.Select(row => row.ToShown(used.Contains(row.Id)))], rows.Count);
    }

    /// <summary>Whether it is in use only its like tell.</summary>
    public static async Task<AssetShown?> FindAsync(DbConnection connection, long assetId)
    {
        var itemId = await connection.QuerySingleOrDefaultAsync<long?>(
            "select item_id from assets where id = @assetId",
            new { assetId }
        );
        return itemId is { } known
            ? (await OfItemAsync(connection, known)).Assets.FirstOrDefault(asset => asset.Id == assetId)
            : null;
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public long? FileId { get; init; }

        public string Type { get; init; } = "";

        public string? Language { get; init; }

        public string Origin { get; init; } = "";

        public string Source { get; init; } = "";

        public string? Url { get; init; }

        public long? Width { get; init; }

        public long? Height { get; init; }

        public long? Size { get; init; }

        public string? Sha256 { get; init; }

        public string? CachePath { get; init; }

        public double? Score { get; init; }

        public string? ScoreParts { get; init; }

        public string? PreviewUrl { get; init; }

        public long? Votes { get; init; }

        public double? Rating { get; init; }

        public long Picked { get; init; }

        public string? Error { get; init; }

        public long Selected { get; init; }

        public long Locked { get; init; }

        public long Rejected { get; init; }

        public long? CoverAssetId { get; init; }

        public KnownPicture Known =>
            new(Id, Type, Source, CoverStandings.Of(Selected + Locked != 0, Rejected != 0, Picked != 0), Score ?? 0);

        public AssetShown ToShown(bool isInUse) =>
            new(
                Id,
                FileId,
                Type,
                Language,
                Origin,
                Source,
                Url,
                Width,
                Height,
                Size,
                Sha256,
                CachePath,
                Score,
                ScoreParts is null ? null : JsonElement.Parse(ScoreParts),
                CachePath is null && PreviewUrl is not null
                    ? $"/api/providers/{Source}/picture?address={Uri.EscapeDataString(PreviewUrl)}"
                    : null,
                Votes,
                Rating,
                Selected != 0,
                Picked != 0,
                Locked != 0,
                Rejected != 0,
                Error,
                isInUse
            );
    }
}
