using System.Buffers;
using Colophon.Formats.Hashing;
using Colophon.Formats.Pictures;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Music;

/// <summary>
/// Tells whether two files hold the same cover, as the tracks of an album mostly do: its bytes as they are stored, hashed. Such a
/// cover is kept once for the album, and not once a track.
/// </summary>
internal readonly record struct CoverMark(int Method, long Size, ulong Hash)
{
    private const int Piece = 64 * 1024;

    public static CoverMark Of(SafeFileHandle file, EmbeddedPicture cover)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var hash = new XxHash64();
            for (long at = 0; at < cover.CompressedSize; )
            {
                var wanted = (int)Math.Min(Piece, cover.CompressedSize - at);
                var read = RandomAccess.Read(file, buffer.AsSpan(0, wanted), cover.Offset + at);
                if (read == 0)
                    break;
                hash.Append(buffer.AsSpan(0, read));
                at += read;
            }
            return new CoverMark(cover.Method, cover.Size, hash.Digest());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
