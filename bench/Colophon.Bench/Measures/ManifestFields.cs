using System.Globalization;
using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures;

/// <summary>What a manifest says of an item, field by field, as texts that can be compared.</summary>
internal static class ManifestFields
{
    private static readonly (string Role, string Field)[] ComicRoles =
    [
        ("Writer", "writer"),
        ("Penciller", "penciller"),
        ("Inker", "inker"),
        ("Colorist", "colorist"),
        ("Letterer", "letterer"),
        ("CoverArtist", "cover_artist"),
        ("Editor", "editor"),
    ];

    /// <summary>By the name of the manifest's list.</summary>
    public static IReadOnlyDictionary<
        string,
        Func<JsonNode, IEnumerable<(string Field, string? Value)>>
    > ByKind { get; } =
        new Dictionary<string, Func<JsonNode, IEnumerable<(string, string?)>>>(StringComparer.Ordinal)
        {
            ["books"] = Book,
            ["comics"] = Comic,
            ["audiobooks"] = Audiobook,
        };

    /// <summary>The first file of the item, below the library.</summary>
    public static string PathOf(JsonNode item) =>
        item["files"]?.AsArray() is [{ } first, ..] ? (string)first! : (string)item["path"]!;

    private static IEnumerable<(string, string?)> Book(JsonNode book) =>
        [
            .. Common(book),
            (
                "authors",
                Joined(book["creators"], creator => (string?)creator["role"] == "aut" ? (string?)creator["name"] : null)
            ),
            ("series", Series((string?)book["series"], Number(book["seriesIndex"]))),
            ("isbn", (string?)book["isbn13"]),
            ("published", (string?)book["published"]),
        ];

    /// <summary>A folder of MP3s is made without a language and with no more of the date than its year.</summary>
    private static IEnumerable<(string, string?)> Audiobook(JsonNode book)
    {
        var isParts = book["parts"] is not null;
        return
        [
            .. Common(book).Where(said => !isParts || said.Item1 != "language"),
            ("authors", Joined(book["authors"], name => (string?)name)),
            ("narrators", Joined(book["narrators"], name => (string?)name)),
            ("series", Series((string?)book["series"], Number(book["seriesIndex"]))),
            ("asin", (string?)book["asin"]),
            ("published", isParts ? ((string?)book["published"])?[..4] : (string?)book["published"]),
            ("chapters", Joined(book["chapters"], chapter => ((string?)chapter["title"])?.Trim())),
        ];
    }

    private static IEnumerable<(string, string?)> Comic(JsonNode comic) =>
        [
            .. Common(comic),
            ("series", Series((string?)comic["series"], Number(comic["number"]))),
            ("published", Date(comic)),
            ("publisher", (string?)comic["publisher"]),
            ("genres", Joined(comic["genre"], name => (string?)name)),
            ("pages", Number(comic["pages"])),
            .. ComicRoles.Select(role => (role.Field, Joined(comic["people"]?[role.Role], name => (string?)name))),
        ];

    private static IEnumerable<(string, string?)> Common(JsonNode item) =>
        [
            ("title", (string?)item["title"]),
            ("language", (string?)item["language"]),
            ("cover", (string?)item["cover"]?["sha256"]),
        ];

    private static string? Date(JsonNode comic) =>
        comic["year"] is null
            ? null
            : string.Join(
                '-',
                new[] { comic["year"], comic["month"], comic["day"] }
                    .TakeWhile(part => part is not null)
                    .Select((part, i) => ((int)part!).ToString(i == 0 ? "0000" : "00", CultureInfo.InvariantCulture))
            );

    internal static string? Series(string? name, string? number) => name is null ? null : $"{name} #{number}";

    internal static string? Number(JsonNode? number) =>
        number switch
        {
            null => null,
            JsonValue value when value.TryGetValue<double>(out var found) => found.ToString(
                CultureInfo.InvariantCulture
            ),
            _ => double.TryParse((string?)number, CultureInfo.InvariantCulture, out var parsed)
                ? parsed.ToString(CultureInfo.InvariantCulture)
                : (string?)number,
        };

    internal static string? Joined(JsonNode? list, Func<JsonNode, string?> name) =>
        list is null ? null : string.Join("; ", list.AsArray().Select(entry => name(entry!)).OfType<string>());
}
