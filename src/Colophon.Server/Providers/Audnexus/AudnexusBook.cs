using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Text;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Audnexus;

/// <summary>An audiobook as evidence.</summary>
internal static partial class AudnexusBook
{
    public const string IdType = "asin";

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
        Fields.Chapters,
    ];

    public static EvidenceDocument Read(JsonElement book, string asin, ChaptersValue chapters)
    {
        var credits = Names(book, "authors").Select(Credited).Distinct().ToList();
        return new EvidenceDraft()
            .Text(Fields.Title, book.Text("title"))
            .Text(Fields.Subtitle, book.Text("subtitle"))
            .Text(
                Fields.Description,
                SafeHtml.Clean(book.Text("summary") ?? book.Text("description"), DescriptionLimit)
            )
            .People(Fields.Authors, [.. credits.Where(person => person.Role == "author")])
            .People(Fields.Contributors, [.. credits.Where(person => person.Role != "author")])
            .Set(Fields.Series, Series(book))
            .Names(Fields.Genres, Shelves(book, "genre"))
            .Names(Fields.Tags, Shelves(book, "tag"))
            .People(Fields.Narrators, [.. Names(book, "narrators").Select(name => new Credit(name, "narrator"))])
            .Text(Fields.Publisher, book.Text("publisherName"))
            .Date(Fields.ReleaseDate, BookDate.Parse(book.Text("releaseDate")))
            .Text(Fields.Language, LanguageTag.Normalise(book.Text("language")))
            .Set(Fields.Identifiers, new IdentifiersValue([.. Identifiers(book, asin)]))
            .Set(Fields.Chapters, chapters)
            .ToDocument();
    }

    public static IReadOnlyList<ArtworkOffer> Offers(JsonElement book) =>
        book.Address("image") is { } image ? [new ArtworkOffer(AssetTypes.Cover, image)] : [];

    /// <summary>Ten letters and digits; null for what is none.</summary>
    public static string? Asin(string? text)
    {
        var asin = text?.ToUpperInvariant();
        return asin is { Length: 10 } && asin.All(char.IsAsciiLetterOrDigit) ? asin : null;
    }

    /// <summary>Who is no author stands among them with what he did: <c>Ken Liu - translator</c>.</summary>
    private static Credit Credited(string name)
    {
        if (NameAndRole().Match(name) is not { Success: true } match)
            return new Credit(name, "author");
        var role = match.Groups["role"].Value.Trim().Replace(' ', '_');
        return new Credit(
            match.Groups["name"].Value,
            role switch
            {
                "introductions" => "introduction",
                "illustrations" => "illustrator",
                _ => role,
            }
        );
    }

    private static SeriesValue Series(JsonElement book) =>
        new([
            .. new[] { "seriesPrimary", "seriesSecondary" }
                .Select(place => Entry(book.At(place)))
                .OfType<SeriesEntry>()
                .Distinct(),
        ]);

    /// <summary>A collection has a range: <c>1-3</c>; other words than numbers say nothing.</summary>
    private static SeriesEntry? Entry(JsonElement series)
    {
        if (series.Text("name") is not { } name)
            return null;
        if (Place().Match(series.Text("position") ?? "") is not { Success: true } place)
            return new SeriesEntry(name);
        var first = Number(place.Groups["first"]);
        var last = place.Groups["last"] is { Success: true } end ? Number(end) : first;
        return new SeriesEntry(name, first, last > first ? last : null);
    }

    private static double Number(Group digits) => double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Shelves(JsonElement book, string type) =>
        [
            .. book.List("genres")
                .Where(shelf => shelf.Text("type") == type)
                .Select(shelf => shelf.Text("name"))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static IEnumerable<string> Names(JsonElement book, string list) =>
        book.List(list).Select(person => person.Text("name")).OfType<string>().Distinct().Take(MostPeople);

    private static IEnumerable<Identifier> Identifiers(JsonElement book, string asin)
    {
        yield return new Identifier(IdType, asin);
        if (Isbn.Normalise(book.Text("isbn")) is { } isbn)
            yield return new Identifier(isbn.Length == 13 ? "isbn_13" : "isbn_10", isbn);
    }

    [GeneratedRegex(@"^(?<name>\S.*?) - (?<role>[a-z][a-z ]{2,38})$", RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndRole();

    [GeneratedRegex(
        @"^\s*(?<first>[0-9]{1,5}(\.[0-9]{1,3})?)(\s*[-–]\s*(?<last>[0-9]{1,5}(\.[0-9]{1,3})?))?\s*$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();
}
