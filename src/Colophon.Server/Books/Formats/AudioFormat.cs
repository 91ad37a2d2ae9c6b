using Colophon.Formats;
using Colophon.Formats.Audio;
using Colophon.Formats.Media;
using Colophon.Formats.Naming;
using Colophon.Formats.Text;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>
/// Audiobooks: the tags of an audio file as evidence of a book. The book's title is the album, the author its artist, the
/// composer the narrator unless a tag of its own names one.
/// </summary>
public sealed class AudioFormat : IBookFormat
{
    private const int DescriptionLimit = 32_000;
    private const string Author = "author";
    private const string Narrator = "narrator";

    private AudioFormat(string name, params string[] extensions)
    {
        Name = name;
        Extensions = extensions;
    }

    /// <summary>One for each persisted name; what a file really is, is told by its content.</summary>
    public static IReadOnlyList<AudioFormat> All { get; } =
    [
        // Audible's files are MP4 that nobody else can play: they make their book, with the reason as an error
        new("m4b", ".m4b", ".aax", ".aaxc"),
        new("m4a", ".m4a"),
        new("mp3", ".mp3"),
        new("flac", ".flac"),
        new("ogg", ".ogg", ".oga"),
        new("opus", ".opus"),
    ];

    public string Name { get; }

    public IReadOnlyList<string> Extensions { get; }

    public int Version => 1;

    public BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var reading = AudioReader.Read(file, cancellationToken);
        var tags = reading.Value?.Tags ?? AudioTags.None;
        var facts = new MediaFacts(reading.Value?.Stream.DurationSeconds, PageCount: null)
        {
            Disc = tags.Disc,
            Track = tags.Track,
        };
        return new BookFileContent(
            reading.Value is { } audio ? Document(audio) : EvidenceDocument.Empty,
            reading.Findings,
            facts,
            reading.Value?.Cover,
            reading.Fatal?.Code == FindingCodes.AudioNotAudio ? FileNature.SomethingElse : FileNature.Book
        )
        {
            TitleOf = tags.Album is null && Name != "m4b" ? TitleOf.Track : TitleOf.Book,
        };
    }

    internal static EvidenceDocument Document(AudioFile audio)
    {
        var tags = audio.Tags;
        var authors = PersonList.OfTag(tags.AlbumArtists.Count > 0 ? tags.AlbumArtists : tags.Artists);
        return new EvidenceDraft()
            .Text(Fields.Title, tags.Album ?? tags.Title)
            .Text(Fields.SortTitle, tags.Album is null ? tags.TitleSort : tags.AlbumSort)
            .Text(Fields.Subtitle, tags.Subtitle)
            .Text(Fields.Name, tags.Title)
            .Text(Fields.Description, SafeHtml.Clean(tags.Description ?? tags.Comment, DescriptionLimit))
            .People(Fields.Authors, [.. authors.Select(name => new Credit(name, Author))])
            .People(Fields.Narrators, [.. Narrators(tags, authors).Select(name => new Credit(name, Narrator))])
            .Set(
                Fields.Series,
                new SeriesValue([.. tags.Series.Select(series => new SeriesEntry(series.Name, series.Number))])
            )
            .Names(Fields.Genres, [.. tags.Genres.Where(genre => !IsMedium(genre))])
            .Text(Fields.Publisher, tags.Publisher)
            .Date(Fields.ReleaseDate, tags.Date)
            .Text(Fields.Language, tags.Language)
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([.. tags.Identifiers.Select(found => new Identifier(found.Type, found.Value))])
            )
            .Set(Fields.Chapters, new ChaptersValue([.. audio.Chapters.Select(Chapter)]))
            .ToDocument();
    }

    /// <summary>The tag of their own; else the composers; else, where album and track name different people, the track's.</summary>
    private static IReadOnlyList<string> Narrators(AudioTags tags, IReadOnlyList<string> authors)
    {
        if (tags.Narrators.Count > 0)
            return PersonList.OfTag(tags.Narrators);
        if (tags.Composers.Count > 0)
            return PersonList.OfTag(tags.Composers);
        return tags.AlbumArtists.Count == 0
            ? []
            : [.. PersonList.OfTag(tags.Artists).Except(authors, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>What the file is, not what the book is about.</summary>
    internal static bool IsMedium(string genre) =>
        genre.Equals("Audiobook", StringComparison.OrdinalIgnoreCase)
        || genre.Equals("Audiobooks", StringComparison.OrdinalIgnoreCase)
        || genre.Equals("Speech", StringComparison.OrdinalIgnoreCase);

    private static Chapter Chapter(MediaChapter chapter) =>
        new(chapter.Title, chapter.StartMs, Page: null, Href: null, Children: []);
}
