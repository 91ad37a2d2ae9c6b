using System.Globalization;
using System.Text.Json;
using Colophon.Server.Catalog;

namespace Colophon.Server.Providers.FanartTv;

/// <summary>The lists of an answer as offers, the better kind before the lesser.</summary>
internal static class FanartTvPictures
{
    private static readonly (string List, string Type)[] OfMovies =
    [
        ("movieposter", AssetTypes.Poster),
        ("movie4kbackground", AssetTypes.Fanart),
        ("moviebackground", AssetTypes.Fanart),
        ("hdmovielogo", AssetTypes.ClearLogo),
        ("movielogo", AssetTypes.ClearLogo),
        ("hdmovieclearart", AssetTypes.ClearArt),
        ("movieart", AssetTypes.ClearArt),
        ("moviebanner", AssetTypes.Banner),
        ("moviethumb", AssetTypes.Landscape),
        ("moviedisc", AssetTypes.DiscArt),
    ];

    private static readonly (string List, string Type)[] OfShows =
    [
        ("tvposter", AssetTypes.Poster),
        ("show4kbackground", AssetTypes.Fanart),
        ("showbackground", AssetTypes.Fanart),
        ("hdtvlogo", AssetTypes.ClearLogo),
        ("clearlogo", AssetTypes.ClearLogo),
        ("hdclearart", AssetTypes.ClearArt),
        ("clearart", AssetTypes.ClearArt),
        ("tvbanner", AssetTypes.Banner),
        ("tvthumb", AssetTypes.Landscape),
        ("characterart", AssetTypes.CharacterArt),
    ];

    private static readonly (string List, string Type)[] OfSeasons =
    [
        ("seasonposter", AssetTypes.Poster),
        ("seasonbanner", AssetTypes.Banner),
        ("seasonthumb", AssetTypes.Landscape),
    ];

    private static readonly (string List, string Type)[] OfArtists =
    [
        ("artistthumb", AssetTypes.Cover),
        ("artist4kbackground", AssetTypes.Fanart),
        ("artistbackground", AssetTypes.Fanart),
        ("hdmusiclogo", AssetTypes.ClearLogo),
        ("musiclogo", AssetTypes.ClearLogo),
        ("musicbanner", AssetTypes.Banner),
    ];

    private static readonly (string List, string Type)[] OfAlbums =
    [
        ("albumcover", AssetTypes.Cover),
        ("cdart", AssetTypes.DiscArt),
    ];

    public static IReadOnlyList<ArtworkOffer> Of(JsonElement answer, ProviderSubject subject) =>
        subject.Kind switch
        {
            "movie" => Offers(answer, OfMovies),
            // Backgrounds may be of one season; "all" and none are of the show.
            "show" => Offers(answer, OfShows, picture => SeasonOf(picture) is null),
            "season" when subject.Season is { } season =>
            [
                .. Offers(answer, OfSeasons, picture => SeasonOf(picture) == season),
                .. Offers(answer, [("showbackground", AssetTypes.Fanart)], picture => SeasonOf(picture) == season),
            ],
            "artist" => Offers(answer, OfArtists),
            "album" => Offers(Album(answer, subject.Id.Value), OfAlbums),
            _ => [],
        };

    /// <summary>A list of albums since version 3.2; before, an object by their ids.</summary>
    private static JsonElement Album(JsonElement answer, string id) =>
        answer.At("albums").ValueKind == JsonValueKind.Object
            ? answer.At("albums", id)
            : answer.List("albums").FirstOrDefault(album => album.Text("release_group_id") is not { } of || of == id);

    private static IReadOnlyList<ArtworkOffer> Offers(
        JsonElement answer,
        (string List, string Type)[] lists,
        Predicate<JsonElement>? isMeant = null
    )
    {
        var offers = lists
            .SelectMany(list =>
                answer
                    .List(list.List)
                    .Where(picture => isMeant?.Invoke(picture) != false)
                    .Select(picture => Offer(picture, list.Type))
                    .OfType<ArtworkOffer>()
            )
            .ToList();
        // A poster without text is better than none.
        return offers.Exists(offer => offer.Type == AssetTypes.Poster)
            ? offers
            :
            [
                .. offers.Select(offer =>
                    offer.Type == AssetTypes.KeyArt ? offer with { Type = AssetTypes.Poster } : offer
                ),
            ];
    }

    private static ArtworkOffer? Offer(JsonElement picture, string type)
    {
        if (picture.Address("url") is not { } told)
            return null;
        // Old entries say http.
        var address = told.IsDefaultPort ? new UriBuilder(told) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri : told;
        var (language, isTextless) = LanguageOf(picture);
        return new ArtworkOffer(type == AssetTypes.Poster && isTextless ? AssetTypes.KeyArt : type, address)
        {
            Preview = new Uri(address.AbsoluteUri.Replace("/fanart/", "/preview/", StringComparison.Ordinal)),
            Language = language,
            Width = picture.Integer("width") is > 0 and var width ? width : null,
            Height = picture.Integer("height") is > 0 and var height ? height : null,
            Votes = Math.Max(0, picture.Integer("likes") ?? 0),
        };
    }

    /// <summary>"00" says that there is no text; nothing at all says nothing.</summary>
    private static (string? Language, bool IsTextless) LanguageOf(JsonElement picture) =>
        picture.Text("lang") switch
        {
            "00" => (null, true),
            { Length: 2 } language => (language.ToLowerInvariant(), false),
            _ => (null, false),
        };

    private static int? SeasonOf(JsonElement picture) =>
        int.TryParse(picture.Text("season"), NumberStyles.None, CultureInfo.InvariantCulture, out var season)
            ? season
            : null;
}
