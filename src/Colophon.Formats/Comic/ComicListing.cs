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
