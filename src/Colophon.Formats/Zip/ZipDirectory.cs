using System.Collections.Frozen;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Zip;

/// <summary>
/// The directory of a ZIP archive, read in one or two reads from its end (APPNOTE.TXT 6.3.10, sections 4.3.12 - 4.3.16;
/// ZIP64 too). Bytes before the archive and a comment behind it are allowed. It is bounded by <see cref="ZipLimits"/>;
/// a bad archive is a fatal finding, never an exception. Not safe for several threads.
/// </summary>
public sealed class ZipDirectory
{
    private readonly ZipSource _source;
    private FrozenDictionary<string, ZipEntry>? _exact;
    private Dictionary<string, ZipEntry>? _loose;

    internal ZipDirectory(ZipSource source, IReadOnlyList<ZipEntry> entries, byte[] comment)
    {
        _source = source;
        Entries = entries;
        Comment = comment;
    }

    /// <summary>The archive's comment as it stands, at most 64 KB; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Comment { get; }

    /// <summary>In the order of the directory.</summary>
    public IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>Reads the directory of an open file. The file stays the caller's and must stay open while entries are read.</summary>
    public static Reading<ZipDirectory> Read(
        SafeFileHandle file,
        ZipLimits? limits = null,
        CancellationToken cancellationToken = default
    ) => ZipDirectoryReader.Read(ZipSource.Of(file), limits ?? ZipLimits.Default, cancellationToken);

    /// <summary>Reads the directory of a seekable stream, which stays the caller's.</summary>
    public static Reading<ZipDirectory> Read(
        Stream stream,
        ZipLimits? limits = null,
        CancellationToken cancellationToken = default
    ) => ZipDirectoryReader.Read(ZipSource.Of(stream), limits ?? ZipLimits.Default, cancellationToken);

    /// <summary>
    /// Finds an entry by its name; if there is none of exactly this name, one that differs only in case, slashes,
    /// percent-encoding or Unicode composition. Of several the first in the directory.
    /// </summary>
    public ZipEntry? Find(string name)
    {
        if (FindExact(name) is { } exact)
        {
            return exact;
        }

        _loose ??= MakeLoose();
        return _loose.GetValueOrDefault(ZipPath.LooseKey(name));
    }

    /// <summary>Copies an entry out, at most <paramref name="limit"/> bytes. Null when all went well.</summary>
    public Finding? Copy(ZipEntry entry, Stream destination, long limit, CancellationToken cancellationToken) =>
        ZipEntryReader.Copy(_source, entry, destination, limit, cancellationToken);

    /// <summary>Reads an entry into a rented buffer; null with a finding when it cannot be read.</summary>
    internal PooledBytes? ReadAll(ZipEntry entry, long limit, out Finding? finding) =>
        ZipEntryReader.ReadAll(_source, entry, limit, out finding);

    /// <summary>The file or stream it was read from.</summary>
    internal ZipSource Source => _source;

    /// <summary>Where the entry's data begin; null when there is no local header.</summary>
    internal long? DataOffset(ZipEntry entry) => ZipEntryReader.DataOffset(_source, entry);

    private ZipEntry? FindExact(string name)
    {
        // a book has some twenty entries: looking through them is cheaper than a table
        if (Entries.Count <= 256)
        {
            foreach (ZipEntry entry in Entries)
            {
                if (entry.Name == name)
                {
                    return entry;
                }
            }

            return null;
        }

        _exact ??= Entries
            .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);
        return _exact.GetValueOrDefault(name);
    }

    private Dictionary<string, ZipEntry> MakeLoose()
    {
        var loose = new Dictionary<string, ZipEntry>(Entries.Count, StringComparer.Ordinal);
        foreach (ZipEntry entry in Entries)
        {
            loose.TryAdd(ZipPath.LooseKey(entry.Name), entry);
        }

        return loose;
    }
}
