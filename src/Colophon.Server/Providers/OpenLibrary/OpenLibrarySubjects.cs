using System.Collections.Frozen;
using System.Text.Json;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>
/// Subjects of libraries, bookshops and readers, all in one list of up to hundreds. Those that name a genre are genres; the first of
/// the others are tags; those that keep some list or other (<c>nyt:...</c>, "Large type books") are neither.
/// </summary>
internal static class OpenLibrarySubjects
{
    private const int MostGenres = 8;
    private const int MostTags = 20;

    private static readonly FrozenSet<string> Lists = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Accessible book",
        "Protected DAISY",
        "In library",
        "Large type books",
        "Large print books",
        "Internet Archive Wishlist",
        "Open Library Staff Picks",
        "Overdrive",
        "Reading Level-Grade 7",
        "New York Times bestseller",
        "Fiction",
        "General",
        "Translations into English"
    );

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["Adventure"] = ["adventure", "action & adventure", "adventure stories", "adventure fiction"],
        ["Biography"] = ["biography", "biography & autobiography", "autobiography", "memoir"],
        ["Children's"] = ["children's fiction", "children's stories", "juvenile fiction", "juvenile literature"],
        ["Classics"] = ["classics", "classic literature", "literary classics"],
        ["Comics"] = ["comics & graphic novels", "graphic novels", "comic books, strips", "comics"],
        ["Crime"] = ["crime", "crime fiction", "true crime"],
        ["Drama"] = ["drama", "plays"],
        ["Dystopian"] = ["dystopian", "dystopias", "dystopian fiction"],
        ["Essays"] = ["essays"],
        ["Fantasy"] = ["fantasy", "fantasy fiction", "epic fantasy", "fantasy, epic"],
        ["Historical fiction"] = ["historical", "historical fiction"],
        ["History"] = ["history"],
        ["Horror"] = ["horror", "horror fiction", "horror tales", "horror stories", "ghost stories"],
        ["Humor"] = ["humor", "humorous", "humorous fiction", "humorous stories", "satire"],
        ["Mystery"] = ["mystery", "mystery fiction", "mystery & detective", "detective and mystery stories"],
        ["Philosophy"] = ["philosophy"],
        ["Poetry"] = ["poetry", "poems"],
        ["Romance"] = ["romance", "romance fiction", "love stories"],
        ["Science"] = ["science", "popular science"],
        ["Science fiction"] = ["science fiction", "sci-fi", "space opera"],
        ["Short stories"] = ["short stories"],
        ["Thriller"] = ["thriller", "thrillers", "suspense", "suspense fiction"],
        ["Travel"] = ["travel", "voyages and travels"],
        ["Western"] = ["western", "westerns", "western stories"],
        ["Young adult"] = ["young adult", "young adult fiction"],
    }
        .SelectMany(genre => genre.Value.Select(word => KeyValuePair.Create(word, genre.Key)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the edition calls its genres; else what the subjects tell.</summary>
    public static IReadOnlyList<string> Genres(JsonElement edition, JsonElement work)
    {
        var named = edition
            .Texts("genres")
            .Select(genre => genre.TrimEnd('.', ' '))
            .Where(genre => genre.Length > 0 && !Lists.Contains(genre));
        var told = Subjects(edition, work).Select(GenreOf).OfType<string>();
        return
        [
            .. named.DefaultIfEmpty("").First().Length > 0
                ? named.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostGenres)
                : told.Distinct(StringComparer.Ordinal).Take(MostGenres),
        ];
    }

    public static IReadOnlyList<string> Tags(JsonElement edition, JsonElement work) =>
        [
            .. Subjects(edition, work)
                .Where(subject => GenreOf(subject) is null && !Lists.Contains(subject))
                .Where(subject => !subject.Contains(':') && !subject.Contains('='))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostTags),
        ];

    private static IEnumerable<string> Subjects(JsonElement edition, JsonElement work) =>
        work.Texts("subjects").Concat(edition.Texts("subjects"));

    /// <summary>Bookshops write <c>Fiction, fantasy, general</c> and <c>Fantasy fiction</c> for one thing.</summary>
    private static string? GenreOf(string subject)
    {
        if (Known.TryGetValue(subject.TrimEnd('.'), out var genre))
            return genre;
        var parts = subject.Split(',', StringSplitOptions.TrimEntries);
        return parts is ["Fiction", var of, ..] && Known.TryGetValue(of, out genre) ? genre : null;
    }
}
