using System.Data.Common;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Plan;

/// <summary>A picture of an item in the cache.</summary>
internal sealed record CachedPictureRow(
    long Id,
    long? FileId,
    string Type,
    string Source,
    string Sha256,
    long Size,
    string CachePath,
    bool IsSelected,
    bool IsPicked,
    bool IsRejected,
    double Score
)
{
    public static List<CachedPictureRow> Of(DbConnection connection, long itemId) =>
        connection.Rows(
            """
            select id, file_id, type, source, sha256, size, cache_path, selected + locked, picked, rejected, score from assets
            where item_id = @item and cache_path is not null and sha256 is not null and size is not null order by id
            """,
            row => new CachedPictureRow(
                row.GetInt64(0),
                row.LongOrNull(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.GetInt64(5),
                row.GetString(6),
                row.GetInt64(7) > 0,
                row.GetInt64(8) > 0,
                row.GetInt64(9) > 0,
                row.DoubleOrNull(10) ?? 0
            ),
            itemId
        );
}

/// <summary>
/// Which pictures of an item are in use and not beside its media yet: what a person laid there is never written a second time.
/// </summary>
internal static class PicturesInUse
{
    /// <param name="coverId">The picture that stands for the item.</param>
    /// <param name="mainType">What that one is to other programs.</param>
    public static IReadOnlyList<PublishedPicture> Of(
        IReadOnlyList<CachedPictureRow> rows,
        long? coverId,
        string mainType
    )
    {
        var cover = rows.Where(row => row.Id == coverId && row.Source != AssetSources.Path)
            .Select(row => Shown(row, mainType));
        var own = rows.Where(row => row.FileId is null).ToDictionary(row => row.Id);
        var others = UsedPictures
            .Of(own.Values.Select(Known))
            .Select(id => own[id])
            .Where(row => row.Source != AssetSources.Path)
            .Select(row => Shown(row, row.Type));
        return [.. cover, .. others];
    }

    private static KnownPicture Known(CachedPictureRow row) =>
        new(row.Id, row.Type, row.Source, CoverStandings.Of(row.IsSelected, row.IsRejected, row.IsPicked), row.Score);

    private static PublishedPicture Shown(CachedPictureRow row, string type) =>
        new(row.Id, type, row.CachePath, row.Size, row.Sha256);
}
