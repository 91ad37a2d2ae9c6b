using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Comic;

/// <summary>Makes metadata of a CoMet document (http://www.denvog.com/comet/comet-specification/).</summary>
internal static class CometParser
{
    private static readonly string[] _roles =
    [
        "writer",
        "penciller",
        "inker",
        "colorist",
        "letterer",
        "coverDesigner",
        "editor",
        "creator",
    ];

    public static ComicMetadata Of(ComicXml comet)
    {
        ComicNumber? number = ComicNumber.Parse(comet.Line("issue"));
        return new ComicMetadata
        {
            Title = comet.Line("title"),
            Series = comet.Line("series"),
            Number = number?.Start,
            NumberEnd = number?.End,
            NumberText = comet.Line("issue"),
            Volume = ComicNumber.Parse(comet.Line("volume"))?.Start,
            Credits =
            [
                .. _roles
                    .SelectMany(role =>
                        comet.List(role).Select(name => new ComicCredit(name, ComicNames.RoleOf(role)!))
                    )
                    .Take(ComicNames.ListLimit),
            ],
            Summary = SafeHtml.Clean(comet.Raw("description"), ComicInfoParser.DescriptionLimit),
            Genres = comet.List("genre"),
            Characters = comet.List("character"),
            Publisher = comet.Line("publisher"),
            Published = BookDate.Parse(comet.Line("date")),
            Language = LanguageTag.Normalise(comet.Line("language")),
            Format = comet.Line("format"),
            AgeRating = comet.Line("rating"),
            Direction = comet.Line("readingDirection")?.ToLowerInvariant() switch
            {
                "rtl" => ReadingDirection.RightToLeft,
                "ltr" => ReadingDirection.LeftToRight,
                _ => ReadingDirection.Unknown,
            },
            Identifiers =
            [
                .. comet
                    .All("identifier")
                    .Select(text => BookIdentifiers.Parse(text, scheme: null))
                    .OfType<BookIdentifier>()
                    .Distinct()
                    .Take(ComicNames.ListLimit),
            ],
            CoverEntry = comet.Line("coverImage"),
        };
    }
}
