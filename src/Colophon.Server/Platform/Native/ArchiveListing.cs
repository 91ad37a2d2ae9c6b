namespace Colophon.Server.Platform.Native;

/// <summary>What is in an archive that the probe child has opened.</summary>
/// <param name="Trouble">Why the listing ends where it does; null when it is whole.</param>
/// <param name="IsEncrypted">Whether a password is the trouble.</param>
/// <param name="HasMore">Whether there are more entries than are listed.</param>
public sealed record ArchiveListing(IReadOnlyList<ArchiveItem> Items, string? Trouble, bool IsEncrypted, bool HasMore);

/// <summary>A file in an archive.</summary>
/// <param name="Size">Bytes when taken out; -1 when the archive does not say.</param>
/// <param name="Content">Of a document that was asked for.</param>
public sealed record ArchiveItem(string Name, long Size, bool IsEncrypted, byte[]? Content);
