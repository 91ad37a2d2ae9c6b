using System.Buffers.Binary;
using Colophon.Formats.Audio.Ogg;
using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Audio.Flac;

/// <summary>FLAC (RFC 9639): the metadata blocks, without the frames. An ID3v2 tag before it is read too, and counts less.</summary>
internal static class FlacReader
{
    private const int BlockLimit = 1_000;
    private const int CommentLimit = 16 * 1024 * 1024;
    private const int LastBlock = 0x80;

    public static void Read(MediaBytes bytes, AudioDraft draft)
    {
        var id3 = new AudioDraft("flac", draft.Findings);
        long start = new Id3Reader(bytes, id3).Read(0);
        long at = start + 4;
        for (int i = 0; i < BlockLimit; i++)
        {
            ReadOnlySpan<byte> header = bytes.Peek(at, 4);
            if (header.Length < 4)
            {
                draft.Findings.Warn(FindingCodes.AudioTruncated);
                break;
            }

            (int type, bool isLast) = (header[0] & 0x7F, (header[0] & LastBlock) != 0);
            int length = (header[1] << 16) | (header[2] << 8) | header[3];
            ReadBlock(bytes, draft, type, at + 4, length);
            at += 4 + length;
            if (isLast || type == 0x7F)
            {
                break;
            }
        }

        draft.Tags.AddMissing(id3.Tags);
        draft.Cover ??= id3.Cover;
        AddBitRate(draft, bytes.Length - at);
    }

    /// <summary>The STREAMINFO block; null when it is no such thing.</summary>
    public static AudioStream? StreamInfo(ReadOnlySpan<byte> block)
    {
        if (block.Length < 18)
        {
            return null;
        }

        ulong packed = BinaryPrimitives.ReadUInt64BigEndian(block[10..]);
        int rate = (int)(packed >> 44);
        int channels = (int)((packed >> 41) & 7) + 1;
        long samples = (long)(packed & 0xF_FFFF_FFFF);
        return rate == 0
            ? null
            : new AudioStream("flac", samples == 0 ? null : (double)samples / rate, null, rate, channels);
    }

    /// <summary>
    /// Where the picture lies in a PICTURE block: kind, media type, remark, four measures, length, then the picture.
    /// </summary>
    public static (int Kind, int Start, int Length)? PictureIn(ReadOnlySpan<byte> block)
    {
        int at = 4;
        for (int i = 0; i < 2; i++)
        {
            if (at + 4 > block.Length)
            {
                return null;
            }

            uint length = BinaryPrimitives.ReadUInt32BigEndian(block[at..]);
            if (length > block.Length - at - 4)
            {
                return null;
            }

            at += 4 + (int)length;
        }

        if (at + 20 > block.Length)
        {
            return null;
        }

        uint size = BinaryPrimitives.ReadUInt32BigEndian(block[(at + 16)..]);
        return ((int)BinaryPrimitives.ReadUInt32BigEndian(block), at + 20, (int)Math.Min(size, int.MaxValue));
    }

    private static void ReadBlock(MediaBytes bytes, AudioDraft draft, int type, long start, int length)
    {
        switch (type)
        {
            case 0:
                draft.Stream = StreamInfo(bytes.Peek(start, Math.Min(length, 34))) ?? draft.Stream;
                break;
            case 4:
                VorbisComments.Read(bytes.Copy(start, length, CommentLimit), draft, page: null);
                break;
            case 6:
                TakePicture(bytes, draft, start, length);
                break;
        }
    }

    private static void TakePicture(MediaBytes bytes, AudioDraft draft, long start, int length)
    {
        ReadOnlySpan<byte> head = bytes.Peek(start, Math.Min(length, 4 * 1024));
        if (PictureIn(head) is not { Length: > 0 } place || place.Start + (long)place.Length > length)
        {
            draft.Findings.Warn(FindingCodes.AudioPictureUnsupported);
            return;
        }

        bool isFront = place.Kind == 3;
        bool isPicture = PictureFacts.Sniff(bytes.Peek(start + place.Start, 64)) is not null;
        if (isPicture && (draft.Cover is null || (isFront && draft.Cover.Entry != "PICTURE/front")))
        {
            draft.Cover = new EmbeddedPicture(
                isFront ? "PICTURE/front" : "PICTURE",
                start + place.Start,
                place.Length,
                place.Length,
                PictureMethods.Stored
            );
        }
    }

    private static void AddBitRate(AudioDraft draft, long audioLength)
    {
        if (draft.Stream is { DurationSeconds: > 0 and { } seconds } stream && audioLength > 0)
        {
            draft.Stream = stream with { BitRate = (long)(audioLength * 8 / seconds) };
        }
    }
}
