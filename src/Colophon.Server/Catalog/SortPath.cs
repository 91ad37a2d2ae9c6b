using System.Text;

namespace Colophon.Server.Catalog;

/// <summary>
/// A relative path as bytes whose order is the order of the walk: depth first, names by their bytes. Segments are joined
/// by a zero byte, which no name holds, so that a folder comes right before what lies in it.
/// </summary>
public static class SortPath
{
    public static byte[] Of(string relativePath)
    {
        var bytes = Encoding.UTF8.GetBytes(relativePath);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'/')
                bytes[i] = 0;
        }
        return bytes;
    }

    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left.SequenceCompareTo(right);

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it.</summary>
    public static bool IsWithin(ReadOnlySpan<byte> path, ReadOnlySpan<byte> folder) =>
        folder.IsEmpty || (path.StartsWith(folder) && (path.Length == folder.Length || path[folder.Length] == 0));
}
