using Colophon.Server.Catalog;
using Colophon.Server.Metadata;

namespace Colophon.Server.Artwork;

/// <summary>A cached picture of an item.</summary>
/// <param name="Source">One of <see cref="Sources"/>.</param>
public sealed record KnownPicture(long AssetId, string Type, string Source, CoverStanding Standing, double Score);

/// <summary>
/// Which pictures beside the cover are in use: of each type what is strongest, in the order in which covers are chosen too. Several of
/// one strength are all in use where a type is shown in turns, as fanart is; else the best of them.
/// </summary>
public static class UsedPictures
{
    /// <summary>Best first within a type. Covers and posters are not among them: of those one is the item's, see <see cref="Covers"/>.</summary>
    public static IEnumerable<long> Of(IEnumerable<KnownPicture> pictures) =>
        pictures
            .Where(picture => AssetTypes.Pictures.Contains(picture.Type) && !IsMain(picture.Type))
            .GroupBy(picture => picture.Type, StringComparer.Ordinal)
            .SelectMany(Best);

    /// <summary>Less is stronger; null: not to be used.</summary>
    public static int? Strength(string source, CoverStanding standing) =>
        (source, standing) switch
        {
            (_, CoverStanding.Rejected) => null,
            (_, CoverStanding.Selected) => 0,
            (Sources.Manual, _) => 1,
            (Sources.Path or Sources.Sidecar, _) => 2,
            (_, CoverStanding.Picked) => 4,
            _ => Sources.IsProvider(source) ? null : 3,
        };

    private static bool IsMain(string type) => type is AssetTypes.Cover or AssetTypes.Poster;

    private static IEnumerable<long> Best(IGrouping<string, KnownPicture> alike)
    {
        var strongest = alike
            .Select(picture => (Picture: picture, Strength: Strength(picture.Source, picture.Standing)))
            .Where(one => one.Strength is not null)
            .GroupBy(one => one.Strength, one => one.Picture)
            .MinBy(group => group.Key);
        return (strongest ?? Enumerable.Empty<KnownPicture>())
            .OrderByDescending(picture => picture.Score)
            .ThenBy(picture => picture.AssetId)
            .Take(alike.Key == AssetTypes.Fanart ? int.MaxValue : 1)
            .Select(picture => picture.AssetId);
    }
}
