using System.Globalization;
using System.Text.Json;
using Colophon.Server.Catalog;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>Covers by their numbers (https://openlibrary.org/dev/docs/api/covers).</summary>
internal static class OpenLibraryCovers
{
    public const string Host = "covers.openlibrary.org";

    private const int Most = 20;

    /// <summary>Those of the edition first: they show the book that one has.</summary>
    public static IReadOnlyList<ArtworkOffer> Offers(Uri provider, JsonElement edition, JsonElement work) =>
        [
            .. Numbers(edition)
                .Concat(Numbers(work))
                .Distinct()
                .Take(Most)
                .Select(number => new ArtworkOffer(AssetTypes.Cover, Address(provider, number, ""))
                {
                    Preview = Address(provider, number, "-M"),
                }),
        ];

    /// <summary>A small one to tell books apart by.</summary>
    public static Uri? Small(Uri provider, long? number) =>
        number is { } cover and > 0 ? Address(provider, cover, "-M") : null;

    /// <summary>
    /// Open Library's covers lie on a host of their own; who stands for it elsewhere has them below its address. Without <c>default=false</c>
    /// a missing cover is an empty picture. By number, since look-ups by ISBN are limited to a hundred in five minutes.
    /// </summary>
    private static Uri Address(Uri provider, long number, string size)
    {
        var root = provider.Host == "openlibrary.org" ? new Uri($"https://{Host}/") : provider;
        return new Uri(root, string.Create(CultureInfo.InvariantCulture, $"b/id/{number}{size}.jpg?default=false"));
    }

    /// <summary>-1 stands for a cover that was taken away.</summary>
    private static IEnumerable<long> Numbers(JsonElement record) =>
        record
            .Texts("covers")
            .Select(text =>
                long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            )
            .Where(number => number > 0);
}
