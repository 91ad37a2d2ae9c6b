using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Comic;

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
