using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Comic;

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
