using System.Globalization;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Comic;

/// <summary>Makes metadata of ComicInfo.xml (schema 2.0 and draft 2.1).</summary>
internal static class ComicInfoParser
{
    public const int DescriptionLimit = 32_000;
    private const int NotesLimit = 4_000;

    public static ComicMetadata Of(ComicXml info, FindingList findings)
    {
        ComicNumber? number = ComicNumber.Parse(info.Line("Number"));
        string? manga = info.Line("Manga");
        return new ComicMetadata
        {
            Title = info.Line("Title"),
            Series = info.Line("Series"),
            Number = number?.Start,
            NumberEnd = number?.End,
            NumberText = info.Line("Number"),
            Count = info.Whole("Count"),
            Volume = info.Whole("Volume"),
            Arcs = Arcs(info),
            SeriesGroups = info.List("SeriesGroup"),
            Credits = Credits(info),
            Summary = SafeHtml.Clean(info.Raw("Summary"), DescriptionLimit),
            Notes = CleanText.Lines(info.Raw("Notes"), NotesLimit) is { Length: > 0 } notes ? notes : null,
            Genres = info.List("Genre"),
            Tags = info.List("Tags"),
            Characters = info.List("Characters"),
            Teams = info.List("Teams"),
            Locations = info.List("Locations"),
            Publisher = info.Line("Publisher"),
            Imprint = info.Line("Imprint"),
            Published = Date(info),
            Language = LanguageTag.Normalise(info.Line("LanguageISO")),
            Format = info.Line("Format"),
            AgeRating = Unless("Unknown", info.Line("AgeRating")),
            IsManga = manga is null || Is("Unknown", manga) ? null : !Is("No", manga),
            Direction = Is("YesAndRightToLeft", manga) ? ReadingDirection.RightToLeft : ReadingDirection.Unknown,
            Web = Address(info.Line("Web")),
            Identifiers = Identifiers(info.Line("GTIN"), findings),
            Pages = info.Pages,
        };
    }

    /// <summary>The first address in a text with one or several between white space.</summary>
    public static string? Address(string? text) =>
        (text ?? "")
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word =>
                Uri.TryCreate(word, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            );

    /// <summary>Year, month and day with the precision they have; a day that does not exist leaves the month.</summary>
    public static string? Date(int? year, int? month, int? day)
    {
        if (year is not (>= 1000 and <= 2999))
        {
            return null;
        }

        string text = year.Value.ToString("0000", CultureInfo.InvariantCulture);
        if (month is >= 1 and <= 12)
        {
            text += "-" + month.Value.ToString("00", CultureInfo.InvariantCulture);
            text += day is >= 1 ? "-" + day.Value.ToString("00", CultureInfo.InvariantCulture) : "";
        }

        return BookDate.Parse(text);
    }

    public static IReadOnlyList<BookIdentifier> Identifiers(string? text, FindingList findings)
    {
        if (text is null || BookIdentifiers.Parse(text, scheme: null) is not { } identifier)
        {
            return [];
        }

        string compact = Isbn.Compact(text);
        bool claimsIsbn =
            compact.Length == 13
            && (
                compact.StartsWith("978", StringComparison.Ordinal)
                || compact.StartsWith("979", StringComparison.Ordinal)
            );
        if ((claimsIsbn && identifier.Type == "other") || BookIdentifiers.IsWrongIsbn(text, scheme: null))
        {
            findings.Warn(FindingCodes.ComicGtinInvalid, CleanText.Line(text, 60));
        }

        return [identifier];
    }

    private static string? Date(ComicXml info) => Date(info.Whole("Year"), info.Whole("Month"), info.Whole("Day"));

    private static List<ComicCredit> Credits(ComicXml info) =>
        [
            .. ComicNames
                .Elements.SelectMany(role =>
                    info.List(role).Select(name => new ComicCredit(name, ComicNames.RoleOf(role)!))
                )
                .Take(ComicNames.ListLimit),
        ];

    /// <summary>StoryArc and StoryArcNumber belong together by place; a place without a name is no arc.</summary>
    private static List<ComicArc> Arcs(ComicXml info)
    {
        var arcs = new List<ComicArc>();
        if (info.Line("AlternateSeries") is { } alternate)
        {
            arcs.Add(new ComicArc(alternate, ComicNumber.Parse(info.Line("AlternateNumber"))?.Start));
        }

        IReadOnlyList<string> names = ComicNames.Parts(info.Line("StoryArc"));
        IReadOnlyList<string> numbers = ComicNames.Parts(info.Line("StoryArcNumber"));
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Length > 0)
            {
                arcs.Add(new ComicArc(names[i], i < numbers.Count ? ComicNumber.Parse(numbers[i])?.Start : null));
            }
        }

        return arcs;
    }

    private static bool Is(string word, string? text) => word.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static string? Unless(string word, string? text) => Is(word, text) ? null : text;
}
