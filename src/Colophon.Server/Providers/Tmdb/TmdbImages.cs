using System.Text.Json;
using Colophon.Server.Catalog;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>Where pictures lie, and the pictures of records as offers.</summary>
internal sealed class TmdbImages
{
    private const string Original = "original";
    private const string BaseByDefault = "https://image.tmdb.org/t/p/";

    private readonly JsonElement configuration;
    private readonly string root;

    private TmdbImages(JsonElement configuration)
    {
        this.configuration = configuration;
        root = $"{(configuration.Address("secure_base_url")?.ToString() ?? BaseByDefault).TrimEnd('/')}/";
    }

    public static async Task<TmdbImages> AskAsync(ProviderSession session, CancellationToken cancellationToken) =>
        new((await session.GetAsync(TmdbRequests.Configuration, cancellationToken) ?? default).At("images"));

    /// <summary>Of a film or a show.</summary>
    public IReadOnlyList<ArtworkOffer> OfWhole(JsonElement record) =>
        [
            .. Posters(record),
            // A picture with words on it is what media centres show lying; without, it goes behind a page.
            .. Offers(record, "backdrops", "backdrop_path", "backdrop_sizes", "w780", LanguageOf, AssetTypes.Landscape)
                .Select(offer => offer.Language is null ? offer with { Type = AssetTypes.Fanart } : offer),
            .. Offers(record, "logos", null, "logo_sizes", "w300", LanguageOf, AssetTypes.ClearLogo),
        ];

    public IReadOnlyList<ArtworkOffer> OfSeason(JsonElement season) => Posters(season);

    public IReadOnlyList<ArtworkOffer> OfEpisode(JsonElement episode) =>
        [.. Offers(episode, "stills", "still_path", "still_sizes", "w300", _ => null, AssetTypes.Cover)];

    /// <summary>A small one of a search's finds.</summary>
    public Uri? Small(string? path) => path is null ? null : At(Size("poster_sizes", "w185"), path);

    /// <summary>Those without text are key art, where there are others.</summary>
    private IReadOnlyList<ArtworkOffer> Posters(JsonElement record)
    {
        var posters = Offers(record, "posters", "poster_path", "poster_sizes", "w342", LanguageOf, AssetTypes.Poster)
            .ToList();
        return posters.TrueForAll(poster => poster.Language is null)
            ? posters
            :
            [
                .. posters.Select(poster =>
                    poster.Language is null ? poster with { Type = AssetTypes.KeyArt } : poster
                ),
            ];
    }

    /// <param name="only">The member with the one picture that an answer without a list has.</param>
    private IEnumerable<ArtworkOffer> Offers(
        JsonElement record,
        string list,
        string? only,
        string sizes,
        string preview,
        Func<JsonElement, string?> languageOf,
        string type
    )
    {
        var small = Size(sizes, preview);
        var pictures = record
            .At("images")
            .List(list)
            .Where(picture => picture.Text("file_path") is not null)
            .Select(picture => new ArtworkOffer(type, At(Original, picture.Text("file_path")!))
            {
                Preview = At(small, picture.Text("file_path")!),
                Language = languageOf(picture),
                Width = picture.Integer("width") is > 0 and var width ? width : null,
                Height = picture.Integer("height") is > 0 and var height ? height : null,
                Votes = picture.Integer("vote_count") ?? 0,
                Rating =
                    picture.Integer("vote_count") > 0 && picture.Number("vote_average") is <= 10 and var rating
                        ? rating
                        : null,
            })
            .ToList();
        return pictures.Count == 0 && only is not null && record.Text(only) is { } path
            ? [new ArtworkOffer(type, At(Original, path)) { Preview = At(small, path) }]
            : pictures;
    }

    private string Size(string sizes, string wanted) =>
        configuration.List(sizes).Any() && !configuration.Texts(sizes).Contains(wanted) ? Original : wanted;

    /// <summary>Logos may be drawings (.svg), which are given as pictures too when asked for as such.</summary>
    private Uri At(string size, string path) =>
        new(
            $"{root}{size}/{(path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? $"{path[..^4]}.png" : path).TrimStart('/')}"
        );

    /// <summary>"xx" has been written for pictures without text.</summary>
    private static string? LanguageOf(JsonElement picture) =>
        picture.Text("iso_639_1") is { Length: 2 } language and not "xx" ? language : null;
}
