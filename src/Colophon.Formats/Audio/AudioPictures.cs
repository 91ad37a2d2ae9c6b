using System.Buffers;
using Colophon.Formats.Audio.Flac;
using Colophon.Formats.Audio.Ogg;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Audio;

/// <summary>
/// Takes a picture out of the file it lies in, by what a reader noted about its place: also from where it is no plain range,
/// an unsynchronised ID3 tag and a comment of an Ogg stream.
/// </summary>
public static class AudioPictures
{
    private const int CopyBuffer = 64 * 1024;

    /// <summary>Copies the picture.</summary>
    /// <param name="file">Unchanged since it was read.</param>
    /// <param name="destination">Gets the picture's bytes, and a part of them when it fails.</param>
    /// <param name="limit">A picture larger than this is refused before a byte is written.</param>
    /// <returns>Null when the whole picture was copied.</returns>
    public static Finding? Copy(
        SafeFileHandle file,
        EmbeddedPicture picture,
        Stream destination,
        long limit,
        CancellationToken cancellationToken
    ) =>
        picture.Method switch
        {
            PictureMethods.Unsynchronised => CopyUnsynchronised(file, picture, destination, limit, cancellationToken),
            PictureMethods.OggComment => CopyComment(file, picture, destination, limit, cancellationToken),
            _ => ZipEntryReader.CopyPicture(file, picture, destination, limit, cancellationToken),
        };

    private static Finding? CopyUnsynchronised(
        SafeFileHandle file,
        EmbeddedPicture picture,
        Stream destination,
        long limit,
        CancellationToken cancellationToken
    )
    {
        if (picture.Size > limit || picture.CompressedSize > 2 * limit)
        {
            return TooLarge(picture);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        try
        {
            long copied = 0;
            bool isAfterFf = false;
            for (long at = 0; at < picture.CompressedSize; )
            {
                cancellationToken.ThrowIfCancellationRequested();
                int wanted = (int)Math.Min(CopyBuffer, picture.CompressedSize - at);
                int read = RandomAccess.Read(file, buffer.AsSpan(0, wanted), picture.Offset + at);
                if (read == 0)
                {
                    break;
                }

                int kept = Synchronise(buffer.AsSpan(0, read), ref isAfterFf);
                destination.Write(buffer, 0, kept);
                (at, copied) = (at + read, copied + kept);
            }

            return copied == picture.Size ? null : Damaged(picture);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Moves the bytes together over the zeros that stand behind FF; answers how many stay.</summary>
    private static int Synchronise(Span<byte> bytes, ref bool isAfterFf)
    {
        int kept = 0;
        foreach (byte value in bytes)
        {
            if (!(isAfterFf && value == 0))
            {
                bytes[kept++] = value;
            }

            isAfterFf = value == 0xFF;
        }

        return kept;
    }

    private static Finding? CopyComment(
        SafeFileHandle file,
        EmbeddedPicture picture,
        Stream destination,
        long limit,
        CancellationToken cancellationToken
    )
    {
        if (picture.Size > limit)
        {
            return TooLarge(picture);
        }

        using var bytes = new MediaBytes(ZipSource.Of(file), cancellationToken);
        if (OggPage.Read(bytes, picture.Offset) is not { } page)
        {
            return Damaged(picture);
        }

        using PooledBytes packet = OggPackets.Read(bytes, page, 0, OggPackets.PacketLimit, out _);
        byte[]? block = VorbisComments.PictureBlock(OggStream.Comments(packet.Span), picture.Entry);
        if (FlacReader.PictureIn(block) is not { } place || place.Start + (long)picture.Size > block!.Length)
        {
            return Damaged(picture);
        }

        destination.Write(block, place.Start, (int)picture.Size);
        return null;
    }

    private static Finding Damaged(EmbeddedPicture picture) =>
        FindingList.Make(FindingCodes.AudioPictureDamaged, FindingSeverity.Fatal, picture.Entry);

    private static Finding TooLarge(EmbeddedPicture picture) =>
        FindingList.Make(FindingCodes.ZipEntryTooLarge, FindingSeverity.Fatal, picture.Entry);
}
