using System.Text.Json;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>An edition and its work as evidence: what the edition says itself comes first, it is the one in its language.</summary>
internal static partial class OpenLibraryBook
{
    private const int DescriptionLimit = 32_000;
    private const int MostPeople = 60;

    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.Subtitle,
        Fields.Description,
        Fields.Authors,
        Fields.Contributors,
        Fields.Series,
        Fields.Genres,
        Fields.Tags,
        Fields.Narrators,
        Fields.Publisher,
        Fields.ReleaseDate,
        Fields.Language,
        Fields.Identifiers,
    ];

    public static EvidenceDocument Read(string id, JsonElement edition, JsonElement work, IReadOnlyList<string> authors)
    {
        var contributors = OpenLibraryContributors.Of(edition);
        return new EvidenceDraft()
            .Text(Fields.Title, TitleOf(edition) ?? TitleOf(work))
            .Text(Fields.Subtitle, (TitleOf(edition) is null ? work : edition).Text("subtitle"))
            .Text(Fields.Description, SafeHtml.Clean(DescriptionOf(edition) ?? DescriptionOf(work), DescriptionLimit))
            .People(Fields.Authors, [.. authors.Take(MostPeople).Select(name => new Credit(name, "author"))])
            .People(
                Fields.Contributors,
                [.. contributors.Where(person => person.Role != OpenLibraryContributors.Narrator)]
            )
            .Set(Fields.Series, new SeriesValue([.. edition.Texts("series").Select(OpenLibrarySeries.Read).Distinct()]))
            .Names(Fields.Genres, OpenLibrarySubjects.Genres(edition, work))
            .Names(Fields.Tags, OpenLibrarySubjects.Tags(edition, work))
            .People(
                Fields.Narrators,
                [.. contributors.Where(person => person.Role == OpenLibraryContributors.Narrator)]
            )
            .Text(Fields.Publisher, edition.Texts("publishers").FirstOrDefault())
            .Date(Fields.ReleaseDate, BookDate.Parse(edition.Text("publish_date")))
            .Text(Fields.Language, Languages(edition).FirstOrDefault())
            .Set(Fields.Identifiers, new IdentifiersValue([new(OpenLibraryIds.Type, id), .. Identifiers(edition)]))
            .ToDocument();
    }

    private static string? TitleOf(JsonElement record) =>
        record.Text("title") is not { } title ? null
        : record.Text("title_prefix") is { } prefix ? $"{prefix} {title}"
        : title;

    /// <summary>Either a text or a text with its type. Below a rule, or from "also contained in" on, it is about other editions.</summary>
    private static string? DescriptionOf(JsonElement record)
    {
        var text = record.At("description").Text() ?? record.At("description").Text("value");
        return text is null ? null
            : BelowRule().Replace(text, "").Trim() is { Length: > 0 } kept ? kept
            : null;
    }

    private static IEnumerable<string> Languages(JsonElement edition) =>
        edition
            .List("languages")
            .Select(language => language.Text("key"))
            .Select(key => LanguageTag.Normalise(key?[(key.LastIndexOf('/') + 1)..]))
            .OfType<string>();

    private static IEnumerable<Identifier> Identifiers(JsonElement edition)
    {
        var others = edition.At("identifiers");
        var told = edition
            .Texts("isbn_13")
            .Concat(edition.Texts("isbn_10"))
            .Select(isbn => BookIdentifiers.Parse(isbn, "isbn"))
            .Concat(others.Texts("amazon").Select(asin => BookIdentifiers.Parse(asin, "asin")))
            .Concat(others.Texts("goodreads").Select(id => BookIdentifiers.Parse(id, "goodreads")))
            .Concat(others.Texts("google").Select(id => BookIdentifiers.Parse(id, "google")));
        return told.OfType<BookIdentifier>()
            .Where(identifier => identifier.Type is not ("other" or "uuid"))
            .DistinctBy(identifier => identifier.Type)
            .Select(identifier => new Identifier(identifier.Type, identifier.Value));
    }

    [GeneratedRegex(@"\s*^\s*(-{3,}|\*{3,}|_{3,}|(\*\*)?also contained in).*\z", Options)]
    private static partial Regex BelowRule();

    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
}
