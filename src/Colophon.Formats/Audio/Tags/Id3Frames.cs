using System.Buffers.Binary;
using System.Text;

namespace Colophon.Formats.Audio.Tags;

/// <summary>
/// Walks the frames of an ID3v2 tag, or of a frame that holds frames: 2.2 with six bytes of header, 2.3 and 2.4 with ten.
/// Padding, rubbish and frames that reach out of the body end the walk.
/// </summary>
internal sealed class Id3Frames(Id3Body body, int version, bool isUnsynchronised, FindingList findings)
{
    private const int FrameLimit = 10_000;

    private int HeaderLength => version == 2 ? 6 : 10;

    public Id3Body Body => body;

    public int Version => version;

    /// <summary>Frames inside a frame.</summary>
    public Id3Frames Within(byte[] content) => new(Id3Body.Of(content), version, isUnsynchronised: false, findings);

    public IEnumerable<Id3Frame> Walk(long start, long end)
    {
        end = Math.Min(end, body.Length);
        long at = start;
        for (int count = 0; at + HeaderLength < end && count < FrameLimit; count++)
        {
            if (Next(at, end, out long next) is not { } frame)
            {
                yield break;
            }

            yield return frame;
            at = next;
        }
    }

    /// <summary>The frame's content without compression and unsynchronisation; empty for what cannot be read.</summary>
    public byte[] Content(Id3Frame frame, int limit)
    {
        if ((frame.Packing & Id3Packing.Encrypted) != Id3Packing.Plain)
        {
            return [];
        }

        byte[] content = body.Copy(frame.Start, frame.Length, limit);
        if ((frame.Packing & Id3Packing.Unsynchronised) != Id3Packing.Plain)
        {
            content = Id3Unsync.Decode(content);
        }

        return (frame.Packing & Id3Packing.Compressed) != Id3Packing.Plain ? Inflate(content, limit) : content;
    }

    private Id3Frame? Next(long at, long end, out long next)
    {
        next = end;
        ReadOnlySpan<byte> header = body.Peek(at, HeaderLength);
        int letters = version == 2 ? 3 : 4;
        if (header.Length < HeaderLength || !IsId(header[..letters]))
        {
            return null;
        }

        string id = Encoding.ASCII.GetString(header[..letters]).TrimEnd('\0', ' ');
        byte flags = version == 2 ? (byte)0 : header[9];
        long length = SizeOf(header, at, end);
        next = at + HeaderLength + length;
        if (next > end)
        {
            findings.Warn(FindingCodes.AudioTagDamaged, $"{id} is longer than its tag");
            length = Math.Max(0, end - at - HeaderLength);
            next = end;
        }

        return version == 4
            ? Flagged4(id, at + HeaderLength, length, flags)
            : Flagged3(id, at + HeaderLength, length, flags);
    }

    private long SizeOf(ReadOnlySpan<byte> header, long at, long end)
    {
        if (version == 2)
        {
            return (header[3] << 16) | (header[4] << 8) | header[5];
        }

        uint plain = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (version == 3)
        {
            return plain;
        }

        // iTunes wrote plain sizes into 2.4: taken so when only that leads to a next frame
        int safe = Id3Tag.Syncsafe(header[4..]);
        bool isPlain =
            plain != safe && !IsPlace(at + HeaderLength + safe, end) && IsPlace(at + HeaderLength + plain, end);
        return isPlain || (plain & 0x80808080) != 0 ? plain : safe;
    }

    /// <summary>Whether a frame, padding or the end of the tag is there.</summary>
    private bool IsPlace(long at, long end)
    {
        if (at >= end)
        {
            return at == end;
        }

        ReadOnlySpan<byte> id = body.Peek(at, 4);
        return id.Length < 4 || IsId(id) || id.IndexOfAnyExcept((byte)0) < 0;
    }

    private static Id3Frame Flagged3(string id, long start, long length, byte flags)
    {
        Id3Packing packing = Id3Packing.Plain;
        int before = 0;
        if ((flags & 0x80) != 0)
        {
            packing |= Id3Packing.Compressed;
            before += 4;
        }

        if ((flags & 0x40) != 0)
        {
            packing |= Id3Packing.Encrypted;
            before++;
        }

        before += (flags & 0x20) != 0 ? 1 : 0;
        return new Id3Frame(id, start + Math.Min(before, length), Math.Max(0, length - before), packing);
    }

    private Id3Frame Flagged4(string id, long start, long length, byte flags)
    {
        Id3Packing packing = Id3Packing.Plain;
        if ((flags & 0x08) != 0)
        {
            packing |= Id3Packing.Compressed;
        }

        if ((flags & 0x04) != 0)
        {
            packing |= Id3Packing.Encrypted;
        }

        if ((flags & 0x02) != 0 || isUnsynchronised)
        {
            packing |= Id3Packing.Unsynchronised;
        }

        int before = ((flags & 0x40) != 0 ? 1 : 0) + ((flags & 0x04) != 0 ? 1 : 0) + ((flags & 0x01) != 0 ? 4 : 0);
        return new Id3Frame(id, start + Math.Min(before, length), Math.Max(0, length - before), packing);
    }

    private static byte[] Inflate(byte[] packed, int limit)
    {
        try
        {
            using var inflater = new System.IO.Compression.ZLibStream(
                new MemoryStream(packed),
                System.IO.Compression.CompressionMode.Decompress
            );
            byte[] plain = new byte[Math.Min(limit, Math.Max(256, packed.Length * 20))];
            int length = inflater.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            return plain[..length];
        }
        // An IOException is thrown for a stream that asks for a preset dictionary, which ID3 has no place for.
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            return []; // a frame that is not what its flag says holds nothing to read
        }
    }

    private static bool IsId(ReadOnlySpan<byte> id)
    {
        for (int i = 0; i < id.Length; i++)
        {
            bool isLetter = id[i] is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9');
            // some programs write frames of 2.2 with a zero or a space behind into 2.3
            if (!isLetter && !(i == 3 && id[i] is 0 or (byte)' '))
            {
                return false;
            }
        }

        return true;
    }
}
