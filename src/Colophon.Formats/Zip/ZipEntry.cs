namespace Colophon.Formats.Zip;

/// <summary>An entry as the archive's central directory tells of it. None of it is checked until the entry is read.</summary>
/// <param name="Name">As the archive spells it; never used as a path of the file system.</param>
/// <param name="HeaderOffset">Of the local header from the start of the file, in bytes.</param>
/// <param name="CompressedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes when taken out; may lie.</param>
/// <param name="Method">0 stored, 8 deflated; others are not read.</param>
/// <param name="IsEncrypted">True when it needs a password.</param>
public sealed record ZipEntry(
    string Name,
    long HeaderOffset,
    long CompressedSize,
    long Size,
    int Method,
    bool IsEncrypted
)
{
    /// <summary>Check sum of what is taken out, as the directory says.</summary>
    public uint Crc { get; init; }

    /// <summary>Time of day and day of the entry, as MS-DOS wrote them; only ever copied.</summary>
    public uint Time { get; init; }

    /// <summary>True for the entries some tools write for folders.</summary>
    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');
}
