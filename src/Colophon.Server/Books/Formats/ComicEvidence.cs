using System.Collections.Frozen;
using Colophon.Formats.Comic;
using Colophon.Formats.Naming;
using Colophon.Server.Metadata;

namespace Colophon.Server.Books.Formats;

/// <summary>What a comic says about itself, as evidence.</summary>
internal static class ComicEvidence
{
    // a volume as large as this is the year a series began, as ComicInfo tells series of one name apart
    public const double FirstYear = 1800;

    private static readonly FrozenSet<string> Contributing = FrozenSet.Create("translator", "contributor");

    private static readonly FrozenSet<string> Collected = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "TPB",
        "Trade Paperback",
        "Trade",
        "Graphic Novel",
        "Omnibus",
        "Hardcover",
        "Hard-Cover",
        "HC",
        "Collection",
        "Collected Edition",
        "Tankobon",
        "Tankōbon",
        "Volume"
    );

    public static EvidenceDocument Of(ComicBook comic)
    {
        var said = comic.Metadata;
        var entry = Place(said);
        var name =
            said.Title
            ?? (entry is null ? null : ComicLabel.Of(entry.Name, entry.Number, entry.NumberEnd, Unit(entry)));
        return new EvidenceDraft()
            .Text(Fields.Title, name)
            .Text(Fields.Description, said.Summary)
            .People(Fields.Authors, Credits(said, credit => !Contributing.Contains(credit.Role)))
            .People(Fields.Contributors, Credits(said, credit => Contributing.Contains(credit.Role)))
            .Set(Fields.Series, entry is null ? null : new SeriesValue([entry]))
            .Names(Fields.Genres, said.Genres)
            .Names(Fields.Tags, said.Tags)
            .Text(Fields.Name, name)
            .Text(Fields.Publisher, said.Publisher)
            .Text(Fields.Imprint, said.Imprint)
            .Date(Fields.ReleaseDate, said.Published)
            .Text(Fields.Language, said.Language)
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([
                    .. said.Identifiers.Select(identifier => new Identifier(identifier.Type, identifier.Value)),
                ])
            )
            .Set(Fields.Chapters, new ChaptersValue([.. comic.Chapters.Select(Chapter)]))
            .Text(Fields.Url, said.Web)
            .ToDocument();
    }

    /// <summary>
    /// The number counts issues where a volume stands beside it, and volumes where the format is a collected one or there
    /// is no issue; else nobody says what it counts.
    /// </summary>
    private static SeriesEntry? Place(ComicMetadata said)
    {
        if (said.Series is not { } series)
            return null;
        var volume = said.Volume is > 0 and < FirstYear ? said.Volume : null;
        if (said.Number is not { } number)
            return new SeriesEntry(series, volume, NumberEnd: null, volume is null ? null : SeriesUnits.Volume);
        var unit =
            IsCollected(said.Format) ? SeriesUnits.Volume
            : said.Volume is not null ? SeriesUnits.Chapter
            : null;
        return new SeriesEntry(series, number, said.NumberEnd, unit);
    }

    /// <summary>Whether a format is one that is numbered by volumes.</summary>
    public static bool IsCollected(string? format) => format is not null && Collected.Contains(format);

    private static ComicUnit? Unit(SeriesEntry entry) =>
        entry.Unit switch
        {
            SeriesUnits.Volume => ComicUnit.Volume,
            SeriesUnits.Chapter => ComicUnit.Chapter,
            _ => null,
        };

    private static List<Credit> Credits(ComicMetadata said, Func<ComicCredit, bool> isWanted) =>
        [.. said.Credits.Where(isWanted).Select(credit => new Credit(credit.Name, credit.Role))];

    private static Chapter Chapter(ComicChapter chapter) =>
        new(chapter.Title, StartMs: null, chapter.Page, Href: null, Children: []);
}
