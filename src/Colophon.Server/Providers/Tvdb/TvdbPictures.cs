using System.Text.Json;
using Colophon.Server.Catalog;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>The pictures of records as offers.</summary>
internal static class TvdbPictures
{
    private static readonly Uri Root = new("https://artworks.thetvdb.com/");

    /// <summary>Of a film or a show.</summary>
    public static IReadOnlyList<ArtworkOffer> OfWhole(JsonElement record) => Of(record, "artworks");

    /// <summary>The list of a season is named otherwise.</summary>
    public static IReadOnlyList<ArtworkOffer> OfSeason(JsonElement season) => Of(season, "artwork");

    public static IReadOnlyList<ArtworkOffer> OfEpisode(JsonElement episode) =>
        AddressOf(episode.Text("image")) is { } address ? [new ArtworkOffer(AssetTypes.Cover, address)] : [];

    /// <summary>Some addresses are told without their host.</summary>
    public static Uri? AddressOf(string? told) =>
        told is null || !Uri.TryCreate(Root, told, out var address) || address.Scheme is not ("https" or "http") ? null
        : address.IsDefaultPort ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
        : address;

    private static IReadOnlyList<ArtworkOffer> Of(JsonElement record, string list)
    {
        var offers = record.List(list).Select(Offer).OfType<ArtworkOffer>().ToList();
        if (offers.Exists(offer => offer.Type == AssetTypes.Poster))
            return offers;
        return offers.Count == 0 && AddressOf(record.Text("image")) is { } only
            ? [new ArtworkOffer(AssetTypes.Poster, only)]
            // A poster without text is better than none.
            :
            [
                .. offers.Select(offer =>
                    offer.Type == AssetTypes.KeyArt ? offer with { Type = AssetTypes.Poster } : offer
                ),
            ];
    }

    private static ArtworkOffer? Offer(JsonElement artwork)
    {
        if (TypeOf(artwork) is not { } type || AddressOf(artwork.Text("image")) is not { } address)
            return null;
        // A drawing (.svg) cannot be had as a picture here.
        return address.AbsolutePath.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
            ? null
            : new ArtworkOffer(type, address)
            {
                Preview = AddressOf(artwork.Text("thumbnail")),
                Language = TvdbCodes.LanguageOf(artwork.Text("language")),
                Width = artwork.Integer("width") is > 0 and var width ? width : null,
                Height = artwork.Integer("height") is > 0 and var height ? height : null,
            };
    }

    /// <summary>The numbers of <c>/artwork/types</c>: of series, of seasons, of movies. Icons and moving pictures have no place here.</summary>
    private static string? TypeOf(JsonElement artwork) =>
        artwork.Integer("type") switch
        {
            1 or 6 or 16 => AssetTypes.Banner,
            2 or 7 or 14 => IsTextless(artwork) ? AssetTypes.KeyArt : AssetTypes.Poster,
            3 or 8 or 15 => AssetTypes.Fanart,
            22 or 24 => AssetTypes.ClearArt,
            23 or 25 => AssetTypes.ClearLogo,
            _ => null,
        };

    private static bool IsTextless(JsonElement artwork) => artwork.At("includesText").ValueKind == JsonValueKind.False;
}
