using Colophon.Formats.Books;
using Colophon.Formats.Nfo;
using Colophon.Formats.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Books.Sidecars;

/// <summary>The text beside an audiobook as evidence.</summary>
internal static class NfoEvidence
{
    private const int DescriptionLimit = 32_000;

    public static EvidenceDocument Of(BookNfo nfo)
    {
        var draft = new EvidenceDraft()
            .Text(Fields.Title, nfo.Title)
            .Text(Fields.Subtitle, nfo.Subtitle)
            .People(Fields.Authors, [.. nfo.Authors.Select(name => new Credit(name, "author"))])
            .People(Fields.Narrators, [.. nfo.Narrators.Select(name => new Credit(name, "narrator"))])
            .Names(Fields.Genres, nfo.Genres)
            .Names(Fields.Tags, nfo.Tags)
            .Text(Fields.Publisher, nfo.Publisher)
            .Date(Fields.ReleaseDate, nfo.ReleaseDate)
            .Text(Fields.Language, LanguageTag.Normalise(nfo.Language))
            .Text(Fields.Description, SafeHtml.Clean(nfo.Description, DescriptionLimit))
            .Set(Fields.Identifiers, Identifiers(nfo));
        if (nfo.Series is { } series)
            draft.Set(Fields.Series, new SeriesValue([new SeriesEntry(series, nfo.Number)]));
        return draft.ToDocument();
    }

    private static IdentifiersValue Identifiers(BookNfo nfo)
    {
        var identifiers = new List<Identifier>(2);
        foreach (var (scheme, value) in new[] { ("asin", nfo.Asin), ("isbn", nfo.Isbn) })
            if (value is not null && BookIdentifiers.Parse(value, scheme) is { } known)
                identifiers.Add(new Identifier(known.Type, known.Value));
        return new IdentifiersValue(identifiers);
    }
}
