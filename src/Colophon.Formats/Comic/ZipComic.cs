using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Comic;

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
