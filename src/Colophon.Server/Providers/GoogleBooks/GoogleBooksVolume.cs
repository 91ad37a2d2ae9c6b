using System.Text.Json;
using Colophon.Formats.Books;
using Colophon.Formats.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.GoogleBooks;

/// <summary>A volume as evidence. Of a series it tells a number and no name, so nothing is said of it.</summary>
internal static class GoogleBooksVolume
{
    public const string IdType = "google";

    private const int DescriptionLimit = 32_000;
    private const int MostPeople = 60;
    private const int MostGenres = 20;

    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.Subtitle,
        Fields.Description,
        Fields.Authors,
        Fields.Genres,
        Fields.Publisher,
        Fields.ReleaseDate,
        Fields.Language,
        Fields.Identifiers,
    ];

    public static EvidenceDocument Read(JsonElement volume, string id)
    {
        var info = volume.At("volumeInfo");
        return new EvidenceDraft()
            .Text(Fields.Title, info.Text("title"))
            .Text(Fields.Subtitle, info.Text("subtitle"))
            .Text(Fields.Description, SafeHtml.Clean(info.Text("description"), DescriptionLimit))
            .People(Fields.Authors, [.. Authors(info).Select(name => new Credit(name, "author"))])
            .Names(Fields.Genres, Genres(info))
            .Text(Fields.Publisher, info.Text("publisher"))
            // Librarians' doubts stand behind the year: 1987*, 1987?
            .Date(Fields.ReleaseDate, BookDate.Parse(info.Text("publishedDate")?.TrimEnd('*', '?', ' ')))
            .Text(Fields.Language, LanguageTag.Normalise(info.Text("language")))
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([new Identifier(IdType, id), .. Identifiers(info).DistinctBy(known => known.Type)])
            )
            .ToDocument();
    }

    public static IEnumerable<string> Authors(JsonElement info) =>
        info.Texts("authors").Distinct(StringComparer.Ordinal).Take(MostPeople);

    /// <summary>All of its own, in the longer form.</summary>
    public static IEnumerable<string> Isbns(JsonElement volume) =>
        Identifiers(volume.At("volumeInfo")).Select(known => Isbn.ToIsbn13(known.Value)).OfType<string>();

    /// <summary>Of 403: asked too often, in a second or in a day.</summary>
    public static bool IsOfQuota(string reason) =>
        reason.Contains("LimitExceeded", StringComparison.OrdinalIgnoreCase)
        || reason.Contains("quotaExceeded", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Identifier> Identifiers(JsonElement info) =>
        from entry in info.List("industryIdentifiers")
        where entry.Text("type") is "ISBN_13" or "ISBN_10"
        let isbn = Isbn.Normalise(entry.Text("identifier"))
        where isbn is not null
        select new Identifier(isbn.Length == 13 ? "isbn_13" : "isbn_10", isbn);

    /// <summary>Shelves stand as paths: <c>Fiction / Fantasy / Epic</c>.</summary>
    private static IReadOnlyList<string> Genres(JsonElement info) =>
        [
            .. info.Texts("categories")
                .SelectMany(path =>
                    path.Split(" / ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .Where(shelf => shelf != "General")
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostGenres),
        ];
}
