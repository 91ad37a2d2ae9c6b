namespace Colophon.Formats.Zip;

/// <summary>How much of an archive is believed before it is refused.</summary>
/// <param name="Entries">Entries in the directory.</param>
/// <param name="NameBytes">Bytes of one entry's name; entries with longer names are left out.</param>
/// <param name="DirectoryBytes">Bytes of the whole directory.</param>
public sealed record ZipLimits(int Entries = 65_536, int NameBytes = 4_096, int DirectoryBytes = 32 * 1024 * 1024)
{
    /// <summary>What books and comics need.</summary>
    public static ZipLimits Default { get; } = new();
}
