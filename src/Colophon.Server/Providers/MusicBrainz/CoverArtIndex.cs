using System.Text.Json;
using Colophon.Server.Catalog;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>What the archive has of a release: fronts and discs are offered, backs and booklets are not asked for by anything here.</summary>
internal static class CoverArtIndex
{
    /// <summary>The one that stands for the release first, then what people have agreed to, each in the archive's order.</summary>
    public static IReadOnlyList<ArtworkOffer> Offers(JsonElement index) =>
        [
            .. index
                .List("images")
                .OrderByDescending(image => image.Flag("front"))
                .ThenByDescending(image => image.Flag("approved"))
                .Select(Offer)
                .OfType<ArtworkOffer>()
                .DistinctBy(offer => offer.Address),
        ];

    private static ArtworkOffer? Offer(JsonElement image)
    {
        if (TypeOf(image) is not { } type || Https(image, "image") is not { } address)
            return null;
        // Some are scans in a document, not pictures
        if (address.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            return null;
        var thumbnails = image.At("thumbnails");
        return new ArtworkOffer(type, address) { Preview = Https(thumbnails, "250") ?? Https(thumbnails, "small") };
    }

    private static string? TypeOf(JsonElement image)
    {
        var types = image.Texts("types").ToList();
        return image.Flag("front") || types.Contains("Front") ? AssetTypes.Cover
            : types.Contains("Medium") ? AssetTypes.DiscArt
            : null;
    }

    /// <summary>The archive writes its addresses with http, and answers by https.</summary>
    private static Uri? Https(JsonElement element, string name) =>
        element.Address(name) is not { } address ? null
        : address is { Scheme: "http", IsDefaultPort: true }
            ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
        : address;
}
