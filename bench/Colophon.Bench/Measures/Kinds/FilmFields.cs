using System.Text.Json.Nodes;
using static Colophon.Bench.Measures.Kinds.Texts;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>Of movies, shows and episodes: what their NFO says, what the container says, what lies beside them.</summary>
internal static class FilmFields
{
    private static readonly ComparedField[] Makers =
    [
        new("directors", m => Joined(m["directors"]), f => Credited(f, "director")),
        new("writers", m => Joined(m["writers"]), f => Credited(f, "writer")),
    ];

    private static readonly ComparedField Cast = new(
        "actors",
        m => Joined(m["actors"], actor => $"{actor["name"]} as {actor["role"]}"),
        f => People(f, "actor", actor => $"{actor["name"]} as {actor["character"]}")
    );

    /// <summary>Trailers are recorded and not copied, so of them only that they were found is compared.</summary>
    public static IReadOnlyList<ComparedField> Movie { get; } =
    [
        Same("title", "title"),
        Same("originalTitle", "original_title"),
        Same("premiered", "release_date"),
        Same("plot", "description"),
        Same("tagline", "tagline"),
        Same("mpaa", "certification"),
        Same("set", "collection"),
        new("year", m => Number(m["year"]), f => Number(f.Shown["year"])),
        new("runtime", m => Number(m["runtime"]), f => Number(f.Shown["runtime_min"])),
        new("genres", m => Joined(m["genres"]), f => Joined(f.Shown["genres"])),
        new("studios", m => Joined(m["studios"]), f => Joined(f.Shown["studios"])),
        new("country", m => Text(m["country"]), f => Joined(f.Shown["countries"])),
        new("rating", m => $"{Number(m["rating"])} of {m["votes"]}", Rating),
        Id("tmdb"),
        Id("imdb"),
        .. Makers,
        Cast,
        .. StreamFields.Inside,
        .. new[] { "poster", "fanart", "clearlogo", "subtitle" }.Select(Asset),
        new("trailer", m => Told(m["assets"]!["trailer"] is not null), f => Told(OfType(f, "trailer").Any())),
        StreamFields.SubtitlesBeside,
    ];

    /// <summary>What an NFO of a made episode does not hold is not compared: its rating.</summary>
    public static IReadOnlyList<ComparedField> Episode { get; } =
    [
        Same("show", "show"),
        Same("title", "title"),
        Same("plot", "description"),
        Same("aired", "aired"),
        new("season", m => Number(m["season"]), f => Number(f.Shown["season"])),
        new("episode", m => Number(m["episode"]), f => Number(f.Shown["index_number"])),
        new("runtime", m => Number(m["runtime"]), f => Number(f.Shown["runtime_min"])),
        Id("tvdb"),
        Id("imdb"),
        .. Makers,
        .. StreamFields.Inside,
        Picture("cover", "-thumb."),
    ];

    public static IReadOnlyList<ComparedField> Show { get; } =
    [
        Same("plot", "description"),
        Same("status", "status"),
        Same("premiered", "release_date"),
        Same("mpaa", "certification"),
        new("genres", m => Joined(m["genres"]), f => Joined(f.Shown["genres"])),
        new("studio", m => Text(m["studio"]), f => Joined(f.Shown["studios"])),
        Id("tmdb"),
        Id("tvdb"),
        Id("imdb"),
        Cast,
        Picture("poster", "/poster."),
        Picture("fanart", "/fanart."),
        new("season posters", SaidSeasonPosters, SeasonPosters),
    ];

    private static ComparedField Same(string said, string found) =>
        new(said, m => Text(m[said]), f => Text(f.Shown[found]));

    private static ComparedField Id(string source) =>
        new(source, m => m[source]?.ToString(), f => f.Identifier(source));

    private static string? Rating(CatalogItem film) =>
        film.Shown["ratings"]?.AsArray() is [{ } rating, ..] ? $"{Number(rating["value"])} of {rating["votes"]}" : null;

    private static string? Credited(CatalogItem film, string role) =>
        People(film, role, person => Text(person["name"]));

    private static string? People(CatalogItem film, string role, Func<JsonNode, string?> said) =>
        Joined(film.Shown["people"], person => Text(person["role"]) == role ? said(person) : null);

    /// <summary>All files of a type by their content: the manifest names them <c>subtitle.en</c>, <c>subtitle.fr.forced</c>.</summary>
    private static ComparedField Asset(string type) =>
        new(
            type,
            m =>
                Ordered(m["assets"]!.AsObject().Where(asset => asset.Key.Split('.')[0] == type), asset => asset.Value!),
            f => Ordered(OfType(f, type), asset => asset)
        );

    private static string Ordered<T>(IEnumerable<T> assets, Func<T, JsonNode> node) =>
        string.Join("; ", assets.Select(asset => Text(node(asset)["sha256"])).Order(StringComparer.Ordinal));

    /// <summary>A picture of which the manifest says only that it is there.</summary>
    private static ComparedField Picture(string type, string name) =>
        new(type, m => Told(FilesNamed(m, name).Any()), f => Told(HasPicture(f, type)));

    private static string? SaidSeasonPosters(JsonNode show) =>
        string.Join("; ", FilesNamed(show, "-poster.").Select(SeasonOf).Order(StringComparer.Ordinal));

    private static string SeasonOf(string file) => Path.GetFileName(file)["season".Length.."season00".Length];

    private static string? SeasonPosters(CatalogItem show) =>
        string.Join(
            "; ",
            show.Related.Where(season => HasPicture(season, "poster"))
                .Select(season => $"{(double?)season.Shown["index_number"]:00}")
                .Order(StringComparer.Ordinal)
        );

    private static bool HasPicture(CatalogItem item, string type) =>
        OfType(item, type).Any(asset => asset["sha256"] is not null);

    private static IEnumerable<JsonNode> OfType(CatalogItem item, string type) =>
        item.Assets.AsArray().Where(asset => Text(asset!["type"]) == type)!;

    private static IEnumerable<string> FilesNamed(JsonNode said, string name) =>
        said["files"]!
            .AsArray()
            .Select(file => (string)file!)
            .Where(file => file.Contains(name, StringComparison.Ordinal));

    private static string Told(bool isThere) => isThere ? "yes" : "no";
}
