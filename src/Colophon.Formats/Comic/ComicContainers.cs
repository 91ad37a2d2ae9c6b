using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Comic;

/// <summary>
/// Tells archives apart by their first bytes, because names lie: many a <c>.cbz</c> is a RAR. (APPNOTE.TXT 4.3.7;
/// https://www.rarlab.com/technote.htm; 7zFormat.txt.)
/// </summary>
public static class ComicContainers
{
    private const int Length = 8;

    /// <summary>What an open file is; it stays the caller's. Unknown for all that begins otherwise, ZIP behind other bytes included.</summary>
    public static ComicContainer Sniff(SafeFileHandle file)
    {
        Span<byte> head = stackalloc byte[Length];
        int read = RandomAccess.Read(file, head, 0);
        return Sniff(head[..read]);
    }

    /// <summary>What the first bytes say.</summary>
    public static ComicContainer Sniff(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK"u8) ? ComicContainer.Zip
        : head.StartsWith((ReadOnlySpan<byte>)[0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]) ? ComicContainer.Rar
        : head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) ? ComicContainer.SevenZip
        : ComicContainer.Unknown;
}
