using Colophon.Formats.Pictures;

namespace Colophon.Formats.Audio.Tags;

/// <summary>Finds the picture's bytes in an APIC (PIC in 2.2) frame: encoding, kind of picture, what it shows, a remark, the picture.</summary>
internal static class Id3Picture
{
    private const int HeadLimit = 4 * 1024;
    private const int DecodeLimit = 32 * 1024 * 1024;
    private const byte FrontCover = 3;

    /// <summary>Null for links and for what is no picture.</summary>
    public static EmbeddedPicture? Locate(Id3Frames frames, Id3Frame frame, out bool isFront)
    {
        isFront = false;
        bool isUnsynchronised = (frame.Packing & Id3Packing.Unsynchronised) != Id3Packing.Plain;
        byte[] head = isUnsynchronised ? frames.Content(frame, DecodeLimit) : frames.Content(frame, HeadLimit);
        if (DataStart(head, frames.Version) is not { } start || start >= head.Length || start + 4 > frame.Length)
        {
            return null;
        }

        isFront = KindOf(head, frames.Version) == FrontCover;
        if (PictureFacts.Sniff(head.AsSpan(start)) is null)
        {
            return null;
        }

        if (!frames.Body.IsDecoded && !isUnsynchronised)
        {
            return At(frames.Body.FileOffset(frame.Start + start), frame.Length - start);
        }

        return isUnsynchronised
            ? Packed(
                frames.Body.Copy(frame.Start, frame.Length, DecodeLimit),
                start,
                frames.Body.FileOffset(frame.Start)
            )
            : InDecodedTag(frames.Body, frame, start);
    }

    private static EmbeddedPicture At(long offset, long length) =>
        new("APIC", offset, length, length, PictureMethods.Stored);

    private static EmbeddedPicture Packed(byte[] raw, int plainStart, long offset)
    {
        int rawStart = Id3Unsync.RawOffset(raw, plainStart);
        int size = Id3Unsync.Decode(raw.AsSpan(rawStart)).Length;
        int length = raw.Length - rawStart;
        return new EmbeddedPicture(
            "APIC",
            offset + rawStart,
            length,
            size,
            size == length ? PictureMethods.Stored : PictureMethods.Unsynchronised
        );
    }

    private static EmbeddedPicture InDecodedTag(Id3Body body, Id3Frame frame, int start)
    {
        long from = body.FileOffset(frame.Start + start);
        long to = body.FileOffset(frame.Start + frame.Length);
        long size = frame.Length - start;
        return new EmbeddedPicture(
            "APIC",
            from,
            to - from,
            size,
            size == to - from ? PictureMethods.Stored : PictureMethods.Unsynchronised
        );
    }

    private static int? DataStart(byte[] head, int version)
    {
        if (TypeAt(head, version) is not { } type || type + 1 >= head.Length)
        {
            return null;
        }

        int at = type + 1;
        _ = Id3Text.Next(head, ref at, head[0]);
        // some programs say UTF-16 and end the empty remark with one zero
        if (head[0] is 1 or 2 && at < head.Length && PictureFacts.Sniff(head.AsSpan(at)) is null)
        {
            int early = Array.IndexOf(head, (byte)0, type + 1) + 1;
            return early > 0 && PictureFacts.Sniff(head.AsSpan(early)) is not null ? early : at;
        }

        return at;
    }

    private static byte KindOf(byte[] head, int version) =>
        TypeAt(head, version) is { } at && at < head.Length ? head[at] : (byte)0;

    private static int? TypeAt(byte[] head, int version)
    {
        if (head.Length < 6)
        {
            return null;
        }

        if (version == 2)
        {
            return 4; // encoding and three letters of the kind
        }

        int zero = Array.IndexOf(head, (byte)0, 1);
        bool isLink = zero > 0 && head.AsSpan(1, zero - 1).SequenceEqual("-->"u8);
        return zero < 0 || isLink ? null : zero + 1;
    }
}
