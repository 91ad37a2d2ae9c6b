using System.Text.Json;
using System.Text.Json.Nodes;

namespace Colophon.Testing.Loopback;

/// <summary>The answers of The Movie Database about a film, in its shapes.</summary>
internal static class LoopbackTmdbAnswers
{
    private static readonly string[] BackdropSizes = ["w300", "w780", "w1280", "original"];
    private static readonly string[] LogoSizes = ["w45", "w92", "w154", "w185", "w300", "w500", "original"];
    private static readonly string[] PosterSizes = ["w92", "w154", "w185", "w342", "w500", "w780", "original"];
    private static readonly string[] ProfileSizes = ["w45", "w185", "h632", "original"];
    private static readonly string[] StillSizes = ["w92", "w185", "w300", "original"];

    public static object Configuration(Uri images) =>
        new
        {
            images = new
            {
                base_url = images,
                secure_base_url = images,
                backdrop_sizes = BackdropSizes,
                logo_sizes = LogoSizes,
                poster_sizes = PosterSizes,
                profile_sizes = ProfileSizes,
                still_sizes = StillSizes,
            },
            change_keys = Array.Empty<string>(),
        };

    /// <summary>An entry of a search.</summary>
    public static object Summary(LoopbackFilm film) =>
        new
        {
            adult = false,
            backdrop_path = LoopbackPictures.PathOf(LoopbackPictures.Backdrop, film.Id, 1),
            id = film.Id,
            original_language = film.OriginalLanguage,
            original_title = film.OriginalTitle,
            overview = film.Overview,
            popularity = film.Votes / 10d,
            poster_path = LoopbackPictures.PathOf(LoopbackPictures.Poster, film.Id, 1),
            release_date = film.ReleaseDate,
            title = film.Title,
            video = false,
            vote_average = film.Rating,
            vote_count = film.Votes,
        };

    /// <param name="parts">What is appended.</param>
    public static object Details(LoopbackFilm film, IReadOnlyCollection<string> parts, LoopbackPictures pictures)
    {
        var details = Node(Summary(film));
        foreach (var (name, value) in Node(More(film)))
            details[name] = value?.DeepClone();
        foreach (var part in parts)
            if (Part(part, film, pictures) is { } said)
                details[part] = Node(said);
        return details;
    }

    private static object More(LoopbackFilm film) =>
        new
        {
            belongs_to_collection = film.Collection is null ? null : new { id = 1, name = film.Collection },
            genres = film.Genres.Select((name, place) => new { id = place + 1, name }),
            homepage = "",
            imdb_id = film.ImdbId,
            production_companies = new[]
            {
                new
                {
                    id = film.Id,
                    name = film.Studio,
                    origin_country = "US",
                },
            },
            production_countries = new[] { new { iso_3166_1 = "US", name = "United States of America" } },
            runtime = film.Runtime,
            status = "Released",
            tagline = film.Tagline,
        };

    private static object? Part(string name, LoopbackFilm film, LoopbackPictures pictures) =>
        name switch
        {
            "credits" => Credits(film),
            "external_ids" => new { imdb_id = film.ImdbId, wikidata_id = film.WikidataId },
            "images" => Images(film, pictures),
            "keywords" => new { keywords = Array.Empty<object>() },
            "release_dates" => ReleaseDates(film),
            "translations" => new { translations = Array.Empty<object>() },
            "videos" => new { results = Array.Empty<object>() },
            _ => null,
        };

    private static object Credits(LoopbackFilm film) =>
        new
        {
            cast = film.Cast.Select(
                (actor, order) =>
                    new
                    {
                        name = actor.Name,
                        character = actor.Character,
                        order,
                    }
            ),
            crew = new[]
            {
                new
                {
                    name = film.Director,
                    job = "Director",
                    department = "Directing",
                },
                new
                {
                    name = film.Writer,
                    job = "Screenplay",
                    department = "Writing",
                },
            },
        };

    private static object ReleaseDates(LoopbackFilm film) =>
        new
        {
            results = new[]
            {
                new
                {
                    iso_3166_1 = "US",
                    release_dates = new[]
                    {
                        new
                        {
                            certification = film.Certification,
                            release_date = $"{film.ReleaseDate}T00:00:00.000Z",
                            type = 3,
                        },
                    },
                },
            },
        };

    private static object Images(LoopbackFilm film, LoopbackPictures pictures) =>
        new
        {
            posters = new[]
            {
                Image(LoopbackPictures.Poster, film, 1, film.OriginalLanguage, pictures),
                Image(LoopbackPictures.Poster, film, 2, null, pictures),
            },
            backdrops = new[]
            {
                Image(LoopbackPictures.Backdrop, film, 1, null, pictures),
                Image(LoopbackPictures.Backdrop, film, 2, film.OriginalLanguage, pictures),
            },
            logos = Array.Empty<object>(),
        };

    private static object Image(
        string kind,
        LoopbackFilm film,
        int number,
        string? language,
        LoopbackPictures pictures
    ) =>
        new
        {
            aspect_ratio = Math.Round((double)pictures.WidthOf(kind) / pictures.HeightOf(kind), 3),
            file_path = LoopbackPictures.PathOf(kind, film.Id, number),
            height = pictures.HeightOf(kind),
            iso_639_1 = language,
            vote_average = 5.5,
            vote_count = 12 / number,
            width = pictures.WidthOf(kind),
        };

    private static JsonObject Node(object said) => JsonSerializer.SerializeToNode(said)!.AsObject();
}
