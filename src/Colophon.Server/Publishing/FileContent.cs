using System.Buffers;
using System.Security.Cryptography;
using Colophon.Server.Platform.Files;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Publishing;

/// <summary>Contents of files, read from beginning to end.</summary>
internal static class FileContent
{
    private const int ReadLength = 128 * 1024;

    /// <summary>SHA-256 of a file in a folder; all that happens to its name meanwhile plays no part.</summary>
    public static string HashOf(string root, string path, CancellationToken cancellationToken)
    {
        using var file = RealPath.OpenInside([root], path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts(file, cancellationToken))
            hash.AppendData(part.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static byte[] Read(string root, string path, long limit, CancellationToken cancellationToken)
    {
        using var file = RealPath.OpenInside([root], path);
        if (RandomAccess.GetLength(file) > limit)
            throw new IOException("It is too large to be read.");
        using var bytes = new MemoryStream();
        foreach (var part in Parts(file, cancellationToken))
            bytes.Write(part.Span);
        return bytes.ToArray();
    }

    /// <exception cref="IOException">It is not what it was.</exception>
    public static async Task CopyAsync(
        SafeFileHandle file,
        Stream target,
        string sha256,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts(file, cancellationToken))
        {
            hash.AppendData(part.Span);
            await target.WriteAsync(part, cancellationToken);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
            throw new IOException("What is to be copied is not what it was.");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadLength);
        try
        {
            long at = 0;
            int length;
            while ((length = RandomAccess.Read(file, buffer, at)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return buffer.AsMemory(0, length);
                at += length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
