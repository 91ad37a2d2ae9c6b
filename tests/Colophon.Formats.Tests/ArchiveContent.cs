using System.IO.Compression;

namespace Colophon.Formats.Tests;

internal static class ArchiveContent
{
    /// <summary>All bytes of an entry, unpacked.</summary>
    public static byte[] Content(this ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
