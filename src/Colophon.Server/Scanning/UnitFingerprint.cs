using System.Buffers.Binary;
using System.Text;
using Colophon.Formats.Hashing;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>A 64-bit hash over name, size and time of a unit's files and the reader's version: equal means nothing to read.</summary>
public static class UnitFingerprint
{
    public static long Of(IReadOnlyList<FolderEntry> files, int readerVersion)
    {
        var length = sizeof(int) + files.Sum(file => Encoding.UTF8.GetMaxByteCount(file.Name.Length) + 17);
        var bytes = new byte[length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, readerVersion);
        var at = sizeof(int);
        foreach (var file in files)
        {
            at += Encoding.UTF8.GetBytes(file.Name, bytes.AsSpan(at));
            bytes[at++] = 0;
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), file.Facts.Size);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + 8), file.Facts.ModifiedNs);
            at += 16;
        }
        return unchecked((long)XxHash64.Hash(bytes.AsSpan(0, at)));
    }
}
