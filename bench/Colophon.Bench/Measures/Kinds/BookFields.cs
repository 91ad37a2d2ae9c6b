using System.Globalization;
using System.Text.Json.Nodes;
using static Colophon.Bench.Measures.Kinds.Texts;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>Of books, comics and audiobooks.</summary>
internal static class BookFields
{
    private static readonly (string Said, string Found)[] ComicRoles =
    [
        ("Writer", "writer"),
        ("Penciller", "penciller"),
        ("Inker", "inker"),
        ("Colorist", "colorist"),
        ("Letterer", "letterer"),
        ("CoverArtist", "cover_artist"),
        ("Editor", "editor"),
    ];

    private static readonly ComparedField Title = new("title", m => Text(m["title"]), f => Text(f.Shown["title"]));

    private static readonly ComparedField Cover = new("cover", m => Text(m["cover"]?["sha256"]), f => f.Cover);

    private static readonly ComparedField NumberedSeries = new(
        "series",
        m => Series(Text(m["series"]), Number(m["seriesIndex"] ?? m["number"])),
        f =>
            f.Shown["series"]?.AsArray() is [{ } series, ..]
                ? Series(Text(series["name"]), Number(series["number"]))
                : null
    );

    public static IReadOnlyList<ComparedField> Book { get; } =
    [
        Title,
        Cover,
        NumberedSeries,
        new("language", m => Text(m["language"]), f => Text(f.File["language"])),
        new("authors", m => Joined(m["creators"], Author), f => Names(f.Shown["authors"])),
        new("isbn", m => Text(m["isbn13"]), f => f.Identifier("isbn_13")),
        new("published", m => Text(m["published"]), f => Text(f.File["release_date"])),
    ];

    /// <summary>A folder of MP3s is made without a language and with no more of the date than its year.</summary>
    public static IReadOnlyList<ComparedField> Audiobook { get; } =
    [
        Title,
        Cover,
        NumberedSeries,
        new("language", m => IsInParts(m) ? null : Text(m["language"]), f => Text(f.File["language"])),
        new("authors", m => Joined(m["authors"]), f => Names(f.Shown["authors"])),
        new("narrators", m => Joined(m["narrators"]), f => Names(f.File["narrators"])),
        new("asin", m => Text(m["asin"]), f => f.Identifier("asin")),
        new(
            "published",
            m => IsInParts(m) ? Text(m["published"])?[..4] : Text(m["published"]),
            f => Text(f.File["release_date"])
        ),
        new("chapters", m => Joined(m["chapters"], chapter => Text(chapter["title"])?.Trim()), Chapters),
    ];

    public static IReadOnlyList<ComparedField> Comic { get; } =
    [
        Title,
        Cover,
        NumberedSeries,
        new("language", m => Text(m["language"]), f => Text(f.File["language"])),
        new("published", Date, f => Text(f.File["release_date"])),
        new("publisher", m => Text(m["publisher"]), f => Text(f.File["publisher"])),
        new("genres", m => Joined(m["genre"]), f => Joined(f.Shown["genres"])),
        new("pages", m => Number(m["pages"]), f => Number(f.File["page_count"])),
        .. ComicRoles.Select(role => new ComparedField(
            role.Found,
            m => Joined(m["people"]?[role.Said]),
            f => Joined(f.Shown["authors"], person => Text(person["role"]) == role.Found ? Text(person["name"]) : null)
        )),
    ];

    /// <summary>The first file of a book, below the library.</summary>
    public static string FirstFile(JsonNode book) =>
        book["files"]?.AsArray() is [{ } first, ..] ? (string)first! : (string)book["path"]!;

    private static bool IsInParts(JsonNode audiobook) => audiobook["parts"] is not null;

    private static string? Author(JsonNode creator) => Text(creator["role"]) == "aut" ? Text(creator["name"]) : null;

    private static string? Names(JsonNode? people) => Joined(people, person => Text(person["name"]));

    private static string? Date(JsonNode comic) =>
        comic["year"] is null
            ? null
            : string.Join(
                '-',
                new[] { comic["year"], comic["month"], comic["day"] }
                    .TakeWhile(part => part is not null)
                    .Select((part, i) => ((int)part!).ToString(i == 0 ? "0000" : "00", CultureInfo.InvariantCulture))
            );

    /// <summary>Of a book in several files those of all files, one after the other.</summary>
    private static string Chapters(CatalogItem book) =>
        string.Join(
            "; ",
            book.Shown["files"]
                ?.AsArray()
                .Select(part => Joined(part!["chapters"], chapter => Text(chapter["title"])))
                .Where(titles => !string.IsNullOrEmpty(titles))
                ?? []
        );
}
