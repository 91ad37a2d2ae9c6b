using System.IO.Compression;
using System.Text;

namespace Colophon.Testing;

/// <summary>How a made EPUB says its series.</summary>
[Flags]
public enum SeriesStyle
{
    /// <summary>The <c>calibre:series</c> metas.</summary>
    Calibre = 1,

    /// <summary><c>belongs-to-collection</c> of EPUB 3.</summary>
    Epub3 = 2,

    /// <summary>Both of them, as calibre writes EPUB 3.</summary>
    Both = Calibre | Epub3,
}

/// <summary>
/// Makes valid EPUB 2 and 3 files: <c>EpubBuilder.Titled("Dune").By("Frank Herbert").InSeries("Dune", 1).Build()</c>.
/// The same calls give the same bytes. <see cref="Package"/>, <c>Entry</c> and <see cref="Without"/> spoil the
/// result on purpose, for tests of bad input.
/// </summary>
public sealed class EpubBuilder
{
    private static readonly DateTimeOffset _entryTime = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly EpubContents _book;
    private readonly SortedDictionary<string, byte[]> _extra = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private Func<string, string> _package = package => package;
    private CompressionLevel _compression = CompressionLevel.Optimal;

    private EpubBuilder(EpubContents book) => _book = book;

    /// <summary>An EPUB 3 with this title, in English, with three chapters and no cover.</summary>
    public static EpubBuilder Titled(string title) => new(new EpubContents { Title = title });

    /// <summary>An EPUB whose package has no title at all.</summary>
    public static EpubBuilder Untitled() => new(new EpubContents());

    /// <summary>Writes EPUB 2: attributes instead of refinements, NCX only.</summary>
    public EpubBuilder AsEpub2() => Set(book => book.Version = "2.0");

    /// <summary>The title's <c>file-as</c>.</summary>
    public EpubBuilder SortedAs(string sortTitle) => Set(book => book.SortTitle = sortTitle);

    /// <summary>EPUB 3: a second title of type subtitle. EPUB 2 has no place for it and leaves it out.</summary>
    public EpubBuilder Subtitle(string subtitle) => Set(book => book.Subtitle = subtitle);

    /// <summary>Adds an author (role <c>aut</c>).</summary>
    public EpubBuilder By(string name, string? fileAs = null) => Credit(name, "aut", fileAs);

    /// <summary>Adds a creator, or a contributor if the role is not that of a maker of the text. A null role is not written.</summary>
    /// <param name="role">MARC relator code: <c>aut</c>, <c>trl</c>, <c>ill</c>, ...</param>
    public EpubBuilder Credit(string name, string? role, string? fileAs = null) =>
        Set(book => book.Credits.Add(new EpubCredit(name, role, fileAs)));

    /// <summary>Adds the book to a series.</summary>
    public EpubBuilder InSeries(string name, double? number = null, SeriesStyle style = SeriesStyle.Both) =>
        Set(book => book.Series.Add(new EpubPlace(name, number, style)));

    /// <summary>Adds an identifier as it is to be written: <c>urn:isbn:978...</c>; with a scheme for EPUB 2.</summary>
    public EpubBuilder Identifier(string value, string? scheme = null) =>
        Set(book => book.Identifiers.Add((value, scheme)));

    /// <summary>Adds an ISBN in the manner of the version.</summary>
    public EpubBuilder Isbn(string isbn) => Set(book => book.Isbns.Add(isbn));

    public EpubBuilder Language(string? language) => Set(book => book.Language = language);

    public EpubBuilder Publisher(string publisher) => Set(book => book.Publisher = publisher);

    public EpubBuilder Published(string date) => Set(book => book.Published = date);

    public EpubBuilder Subjects(params string[] subjects) => Set(book => book.Subjects.AddRange(subjects));

    /// <summary>Plain text or HTML; it is escaped.</summary>
    public EpubBuilder Description(string description) => Set(book => book.Description = description);

    /// <summary>Adds this picture as the cover, stored without compression as common tools do.</summary>
    public EpubBuilder Cover(byte[] picture, string mediaType = "image/png") =>
        Set(book => (book.Cover, book.CoverType) = (picture, mediaType));

    /// <summary>Adds a generated cover, another one for every seed.</summary>
    public EpubBuilder GeneratedCover(int seed, int width = 200, int height = 300) =>
        Cover(TinyPng.Cover(width, height, seed));

    /// <summary>Replaces the chapters.</summary>
    public EpubBuilder Chapters(params string[] titles) =>
        Set(book =>
        {
            book.Chapters.Clear();
            book.Chapters.AddRange(titles.Select(title => (title, "Text of the chapter. ")));
        });

    /// <summary>Adds a chapter with this text.</summary>
    public EpubBuilder Chapter(string title, string text) => Set(book => book.Chapters.Add((title, text)));

    /// <summary>Adds a raw element to the package's metadata.</summary>
    public EpubBuilder Metadata(string xml) => Set(book => book.RawMetadata.Add(xml));

    /// <summary>How the texts are packed.</summary>
    public EpubBuilder Compressed(CompressionLevel level)
    {
        _compression = level;
        return this;
    }

    /// <summary>Changes the package document after it is made.</summary>
    public EpubBuilder Package(Func<string, string> change)
    {
        Func<string, string> before = _package;
        _package = package => change(before(package));
        return this;
    }

    /// <summary>Adds or replaces an entry of the archive.</summary>
    public EpubBuilder Entry(string name, byte[] bytes)
    {
        _extra[name] = bytes;
        return this;
    }

    /// <summary>Adds or replaces an entry of the archive.</summary>
    public EpubBuilder Entry(string name, string text) => Entry(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Leaves an entry out.</summary>
    public EpubBuilder Without(string name)
    {
        _left.Add(name);
        return this;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var written = new HashSet<string>(StringComparer.Ordinal);
            foreach ((string name, byte[] bytes, bool stored) in EpubDocuments.Of(_book, _package))
            {
                written.Add(name);
                Add(archive, name, _extra.GetValueOrDefault(name, bytes), stored);
            }

            foreach ((string name, byte[] bytes) in _extra.Where(extra => !written.Contains(extra.Key)))
            {
                Add(archive, name, bytes, stored: false);
            }
        }

        return file.ToArray();
    }

    /// <summary>Writes the file, with the folders above it.</summary>
    public string WriteTo(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, Build());
        return path;
    }

    private void Add(ZipArchive archive, string name, byte[] bytes, bool stored)
    {
        if (_left.Contains(name))
        {
            return;
        }

        ZipArchiveEntry entry = archive.CreateEntry(name, stored ? CompressionLevel.NoCompression : _compression);
        entry.LastWriteTime = _entryTime;
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }

    private EpubBuilder Set(Action<EpubContents> change)
    {
        change(_book);
        return this;
    }
}
