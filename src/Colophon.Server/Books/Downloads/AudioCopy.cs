using Colophon.Formats;
using Colophon.Formats.Audio;
using Colophon.Formats.Books;
using Colophon.Server.Books.Formats;
using Colophon.Server.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Downloads;

/// <summary>Audiobooks as MP4: the tags say what is shown, in the places where <see cref="AudioFormat"/> looks for it.</summary>
internal sealed class AudioCopy : IMetadataCopy
{
    public IReadOnlyList<string> Formats { get; } = ["m4a", "m4b"];

    public Finding? Write(
        SafeFileHandle source,
        Stream target,
        DownloadedFile file,
        ShownCover? cover,
        CancellationToken cancellationToken
    )
    {
        var reading = AudioReader.Read(source, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (reading is not { Value: { } audio, Fatal: null })
            return reading.Fatal;
        var tags = Shown(audio.Tags, new ShownChanges(AudioFormat.Document(audio), file));
        var picture = cover?.Extension is ".jpg" or ".png" ? cover.Content : null;
        return AudioWriter.Copy(source, target, tags, picture, cancellationToken);
    }

    private static AudioTags Shown(AudioTags said, ShownChanges shown)
    {
        var isComment = said.Description is null && shown.Differs(Fields.Description); // a comment stood in for it
        var described = WithPeople(said, shown) with
        {
            Subtitle = shown.Text(Fields.Subtitle, said.Subtitle),
            Album = shown.Text(Fields.Title, said.Album),
            AlbumSort = shown.Text(Fields.SortTitle, said.AlbumSort),
            Title = TitleOf(said, shown),
            Description = shown.Text(Fields.Description, said.Description),
            Comment = isComment ? null : said.Comment,
            Date = shown.Date(Fields.ReleaseDate, said.Date),
            Publisher = shown.Text(Fields.Publisher, said.Publisher),
            Language = shown.Text(Fields.Language, said.Language),
        };
        return described with
        {
            Genres = shown.Differs(Fields.Genres)
                ? [.. said.Genres.Where(AudioFormat.IsMedium), .. shown.Names(Fields.Genres, [])]
                : said.Genres,
            Series = shown.Differs(Fields.Series)
                ? [.. shown.Series.Select(series => new AudioSeries(series.Name, series.Number))]
                : said.Series,
            Identifiers = shown.Differs(Fields.Identifiers) ? Identifiers(said, shown) : said.Identifiers,
        };
    }

    /// <summary>Of the track: its own name, or the book's where the file had one title for both.</summary>
    private static string? TitleOf(AudioTags said, ShownChanges shown)
    {
        if (shown.Differs(Fields.Name))
            return shown.Text(Fields.Name, null);
        return shown.Differs(Fields.Title) && (said.Album is null || said.Album == said.Title)
            ? shown.Text(Fields.Title, null)
            : said.Title;
    }

    private static AudioTags WithPeople(AudioTags said, ShownChanges shown)
    {
        var isOther = shown.Differs(Fields.Authors);
        var authors = One(shown.Credits(Fields.Authors));
        var written = isOther
            ? said with
            {
                Artists = authors,
                AlbumArtists = authors,
                ArtistSort = null,
                AlbumArtistSort = null,
            }
            : said;
        // where no tag names narrators, the artists that give way were them
        var areNamed = said.Narrators.Count + said.Composers.Count > 0;
        if (!shown.Differs(Fields.Narrators) && (areNamed || !isOther))
            return written;
        var narrators = One(shown.Credits(Fields.Narrators));
        var isComposed = said.Narrators.Count > 0 && !said.Composers.SequenceEqual(said.Narrators);
        return written with
        {
            Narrators = narrators,
            Composers = isComposed && narrators.Count > 0 ? said.Composers : narrators,
        };
    }

    /// <summary>One value with all names: of several values most players show the first alone.</summary>
    private static IReadOnlyList<string> One(IReadOnlyList<Credit> people)
    {
        var divider = people.Any(person => person.Name.Contains(',', StringComparison.Ordinal)) ? "; " : ", ";
        return people.Count == 0 ? [] : [string.Join(divider, people.Select(person => person.Name))];
    }

    /// <summary>Those that audio files have tags for, in the order in which they are read.</summary>
    private static IReadOnlyList<BookIdentifier> Identifiers(AudioTags said, ShownChanges shown) =>
        [
            .. shown
                .Identifiers.Select(identifier => new BookIdentifier(identifier.Type, identifier.Value))
                .Where(identifier =>
                    identifier.Type is "asin" or "isbn_13" or "isbn_10" || said.Identifiers.Contains(identifier)
                )
                .OrderBy(identifier => identifier.Type == "asin" ? 0 : 1),
        ];
}
