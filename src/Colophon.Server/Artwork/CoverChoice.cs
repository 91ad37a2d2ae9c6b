using Colophon.Server.Catalog;
using Colophon.Server.Metadata;

namespace Colophon.Server.Artwork;

/// <summary>How an asset stands with the user.</summary>
public enum CoverStanding
{
    Offered,
    Selected,
    Rejected,

    /// <summary>Of what providers offer, used where there is nothing else.</summary>
    Picked,
}

internal static class CoverStandings
{
    /// <summary>Of a row's three words the strongest; who chose a picture took it back from those refused.</summary>
    public static CoverStanding Of(bool isSelected, bool isRejected, bool isPicked) =>
        isSelected ? CoverStanding.Selected
        : isRejected ? CoverStanding.Rejected
        : isPicked ? CoverStanding.Picked
        : CoverStanding.Offered;
}

/// <summary>A cached picture that may be an item's or a file's cover.</summary>
/// <param name="FileId">The file it belongs to; null when it is the item's own.</param>
/// <param name="Source">One of <see cref="Sources"/>.</param>
/// <param name="Name">Of the picture file, when it lies beside the media.</param>
/// <param name="Rank">Of the file it is embedded in.</param>
public sealed record CoverOffer(
    long AssetId,
    long? FileId,
    string Source,
    string? Name,
    EvidenceRank Rank,
    CoverStanding Standing
)
{
    /// <summary>Cover or poster: the names that films' pictures go by have another order.</summary>
    public string Type { get; init; } = AssetTypes.Cover;
}

/// <summary>
/// Which picture is the cover: what the user selected, else a picture file beside the media, else the one inside the first
/// file in the order of formats. What a provider offers is a cover only when it is selected, or picked where there is nothing else.
/// </summary>
public static class CoverChoice
{
    /// <summary>The cover of an item, or null. The order of the offers plays no part.</summary>
    /// <param name="stem">Of the item's first file: pictures named after it come before <c>cover.jpg</c>.</param>
    public static long? OfItem(IReadOnlyList<CoverOffer> offers, string? stem)
    {
        var names = LocalPictures.Of(
            offers.Any(offer => offer.Type == AssetTypes.Poster) ? PictureSubject.Movie : PictureSubject.Book,
            [.. offers.Select(offer => offer.Name).OfType<string>()],
            stem is null ? [] : [stem],
            FolderOwner.Item
        );
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var picture in names)
            order.TryAdd(picture.Name, order.Count);
        return offers
            .Where(offer => Strength(offer) is not null)
            .OrderBy(Strength)
            .ThenBy(offer => offer.Name is { } name ? order.GetValueOrDefault(name, order.Count) : 0)
            .ThenBy(offer => offer.Rank)
            .ThenBy(offer => offer.AssetId)
            .FirstOrDefault()
            ?.AssetId;
    }

    /// <summary>The cover of one file of the item: only what belongs to that file.</summary>
    public static long? OfFile(IReadOnlyList<CoverOffer> offers, long fileId) =>
        OfItem([.. offers.Where(offer => offer.FileId == fileId)], stem: null);

    private static int? Strength(CoverOffer offer) => UsedPictures.Strength(offer.Source, offer.Standing);
}
