using System.Globalization;
using Colophon.Formats;
using Colophon.Formats.Books;
using Colophon.Formats.Comic;
using Colophon.Server.Books.Formats;
using Colophon.Server.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Downloads;

/// <summary>Comics as ZIP: ComicInfo.xml says what is shown; the cover is one of the pages, which stay as they are.</summary>
internal sealed class ComicCopy : IMetadataCopy
{
    public IReadOnlyList<string> Formats { get; } = ["cbz"];

    public Finding? Write(
        SafeFileHandle source,
        Stream target,
        DownloadedFile file,
        ShownCover? cover,
        CancellationToken cancellationToken
    )
    {
        var reading = ComicReader.Read(source, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return reading is { Value: { } comic, Fatal: null }
            ? ComicWriter.Copy(
                source,
                target,
                Shown(comic.Metadata, new ShownChanges(ComicEvidence.Of(comic), file)),
                cancellationToken
            )
            : reading.Fatal;
    }

    private static ComicMetadata Shown(ComicMetadata said, ShownChanges shown)
    {
        var numbered = shown.Differs(Fields.Series) ? Numbered(said, shown.Series.FirstOrDefault()) : said;
        return numbered with
        {
            Title = shown.Differs(Fields.Title) ? shown.Text(Fields.Title, null) : shown.Text(Fields.Name, said.Title),
            Summary = shown.Text(Fields.Description, said.Summary),
            Credits = Credits(said, shown),
            Genres = shown.Names(Fields.Genres, said.Genres),
            Tags = shown.Names(Fields.Tags, said.Tags),
            Publisher = shown.Text(Fields.Publisher, said.Publisher),
            Imprint = shown.Text(Fields.Imprint, said.Imprint),
            Published = shown.Date(Fields.ReleaseDate, said.Published),
            Language = shown.Text(Fields.Language, said.Language),
            Web = shown.Text(Fields.Url, said.Web),
            Identifiers = shown.Differs(Fields.Identifiers)
                ? [.. shown.Identifiers.Select(identifier => new BookIdentifier(identifier.Type, identifier.Value))]
                : said.Identifiers,
        };
    }

    private static IReadOnlyList<ComicCredit> Credits(ComicMetadata said, ShownChanges shown) =>
        shown.Differs(Fields.Authors) || shown.Differs(Fields.Contributors)
            ?
            [
                .. shown
                    .Credits(Fields.Authors)
                    .Concat(shown.Credits(Fields.Contributors))
                    .Select(credit => new ComicCredit(credit.Name, credit.Role)),
            ]
            : said.Credits;

    /// <summary>The way back of what <see cref="ComicEvidence"/> makes of number, volume and format.</summary>
    private static ComicMetadata Numbered(ComicMetadata said, SeriesEntry? place)
    {
        if (place is null)
            return said with { Series = null, Number = null, NumberEnd = null, NumberText = null, Volume = null };
        if (place.Unit == SeriesUnits.Volume && place.NumberEnd is null && !ComicEvidence.IsCollected(said.Format))
            return said with
            {
                Series = place.Name,
                Number = null,
                NumberEnd = null,
                NumberText = null,
                Volume = place.Number,
            };
        var isYear = said.Volume >= ComicEvidence.FirstYear;
        return said with
        {
            Series = place.Name,
            Number = place.Number,
            NumberEnd = place.NumberEnd,
            NumberText = Text(place),
            // the year a series began says nothing of another one
            Volume = isYear && said.Series != place.Name ? null : said.Volume,
        };
    }

    private static string? Text(SeriesEntry place)
    {
        var first = place.Number?.ToString("0.####", CultureInfo.InvariantCulture);
        return place.NumberEnd is { } end
            ? string.Create(CultureInfo.InvariantCulture, $"{first}-{end:0.####}")
            : first;
    }
}
