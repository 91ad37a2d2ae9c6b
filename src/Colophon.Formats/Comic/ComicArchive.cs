using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Comic;

/// <summary>An entry of an archive that this library does not unpack itself, as whoever can has listed it.</summary>
/// <param name="Name">With folders; used to ask for the entry again.</param>
/// <param name="Size">Bytes when taken out; negative when the archive does not say.</param>
/// <param name="IsEncrypted">True when it needs a password.</param>
public sealed record ComicEntry(string Name, long Size, bool IsEncrypted);

/// <summary>A RAR or 7-Zip archive as somebody else has opened it: its entries, and the small documents among them.</summary>
/// <param name="Documents">Bytes of the entries that <see cref="ComicReader.DocumentNames"/> names, by their whole name.</param>
public sealed record ComicListing(
    ComicContainer Container,
    IReadOnlyList<ComicEntry> Entries,
    IReadOnlyDictionary<string, byte[]> Documents
);

/// <summary>What the reader needs of an archive, whatever packs it.</summary>
internal interface IComicArchive
{
    ComicContainer Container { get; }

    IReadOnlyList<ComicEntry> Entries { get; }

    /// <summary>The archive's comment; empty when there is none.</summary>
    ReadOnlyMemory<byte> Comment { get; }

    /// <summary>The bytes of a document; null with a finding when they cannot be read.</summary>
    PooledBytes? Read(int entry, out Finding? finding);

    /// <summary>Where a picture lies; null when the archive is damaged there.</summary>
    EmbeddedPicture? Picture(int entry);
}

/// <summary>A ZIP archive, read here.</summary>
internal sealed class ZipComic(ZipDirectory zip) : IComicArchive
{
    private const long DocumentLimit = 4 * 1024 * 1024;

    public ComicContainer Container => ComicContainer.Zip;

    public IReadOnlyList<ComicEntry> Entries { get; } =
    [.. zip.Entries.Select(entry => new ComicEntry(entry.Name, entry.IsFolder ? 0 : entry.Size, entry.IsEncrypted))];

    public ReadOnlyMemory<byte> Comment => zip.Comment;

    public PooledBytes? Read(int entry, out Finding? finding) =>
        zip.ReadAll(zip.Entries[entry], DocumentLimit, out finding);

    public EmbeddedPicture? Picture(int entry) => Locate(zip, zip.Entries[entry]);

    /// <summary>Reads the local header; what is packed by a rare method is asked for by name instead.</summary>
    public static EmbeddedPicture? Locate(ZipDirectory zip, ZipEntry entry)
    {
        if (entry.Method is not (0 or 8))
        {
            return new EmbeddedPicture(entry.Name, 0, entry.CompressedSize, entry.Size, EmbeddedPicture.ByName);
        }

        return zip.DataOffset(entry) is { } offset
            ? new EmbeddedPicture(entry.Name, offset, entry.CompressedSize, entry.Size, entry.Method)
            : null;
    }
}

/// <summary>An archive that somebody else opened.</summary>
internal sealed class ListedComic(ComicListing listing) : IComicArchive
{
    public ComicContainer Container => listing.Container;

    public IReadOnlyList<ComicEntry> Entries => listing.Entries;

    public ReadOnlyMemory<byte> Comment => default;

    public PooledBytes? Read(int entry, out Finding? finding)
    {
        finding = null;
        if (!listing.Documents.TryGetValue(listing.Entries[entry].Name, out byte[]? document))
        {
            return null;
        }

        var bytes = new PooledBytes(document.Length);
        document.CopyTo(bytes.Room(document.Length));
        bytes.Length = document.Length;
        return bytes;
    }

    public EmbeddedPicture? Picture(int entry) =>
        new(listing.Entries[entry].Name, 0, 0, listing.Entries[entry].Size, EmbeddedPicture.ByName);
}
