using System.Text.Json;
using System.Text.RegularExpressions;
using Colophon.Server.Catalog;

namespace Colophon.Server.Providers.GoogleBooks;

/// <summary>
/// The cover of a volume in the largest size that its links name. Their <c>zoom</c> is left as it is: a size that is not named is a picture
/// saying "image not available".
/// </summary>
internal static partial class GoogleBooksImages
{
    private static readonly string[] LargestFirst =
    [
        "extraLarge",
        "large",
        "medium",
        "small",
        "thumbnail",
        "smallThumbnail",
    ];

    public static IReadOnlyList<ArtworkOffer> Offers(JsonElement volume)
    {
        var links = volume.At("volumeInfo").At("imageLinks");
        var largest = LargestFirst.Select(size => Link(links, size)).FirstOrDefault(address => address is not null);
        return largest is null ? [] : [new ArtworkOffer(AssetTypes.Cover, largest) { Preview = Thumbnail(volume) }];
    }

    public static Uri? Thumbnail(JsonElement volume)
    {
        var links = volume.At("volumeInfo").At("imageLinks");
        return Link(links, "thumbnail") ?? Link(links, "smallThumbnail");
    }

    /// <summary>By https, and without the curled corner that is painted over the cover on request.</summary>
    private static Uri? Link(JsonElement links, string size)
    {
        if (links.Address(size) is not { } address)
            return null;
        var flat = new UriBuilder(address) { Query = Curl().Replace(address.Query, "").TrimStart('?', '&') };
        if (address is { Scheme: "http", IsDefaultPort: true })
            (flat.Scheme, flat.Port) = (Uri.UriSchemeHttps, -1);
        return flat.Uri;
    }

    [GeneratedRegex("(?<=[?&])edge=curl(&|$)|&edge=curl$")]
    private static partial Regex Curl();
}
