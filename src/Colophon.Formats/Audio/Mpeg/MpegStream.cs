using System.Buffers.Binary;
using Colophon.Formats.Media;

namespace Colophon.Formats.Audio.Mpeg;

/// <summary>
/// Finds the first frame and says how long the stream is: from a Xing, Info or VBRI table in it, else from the bit rate of
/// the first frames (exact when all of them are there or all have one bit rate).
/// </summary>
internal sealed class MpegStream(MediaBytes bytes, long start, long end)
{
    private const int SearchLimit = 1024 * 1024;
    private const int Chunk = 8 * 1024;
    private const int FramesLooked = 128;

    /// <summary>Null when there is no frame.</summary>
    public AudioStream? Read()
    {
        if (FirstFrame() is not { } found)
        {
            return null;
        }

        (long at, MpegFrame frame) = found;
        string codec = $"mp{frame.Layer}";
        (long? frames, long? size) = frame.Layer == 3 ? Table(at, frame) : (null, null);
        if (frames is > 0)
        {
            double seconds = (double)frames.Value * frame.Samples / frame.SampleRate;
            long bits = 8 * (size is > 0 ? size.Value : end - at);
            return new AudioStream(codec, seconds, (long)(bits / seconds), frame.SampleRate, frame.Channels);
        }

        (double duration, long rate) = Estimate(at, frame);
        return new AudioStream(codec, duration, rate, frame.SampleRate, frame.Channels);
    }

    private (long At, MpegFrame Frame)? FirstFrame()
    {
        long limit = Math.Min(end, start + SearchLimit);
        for (long chunk = start; chunk < limit; chunk += Chunk)
        {
            // a copy of the candidates first: looking at them moves the window
            foreach (long at in Candidates(chunk, Math.Min(limit, chunk + Chunk)))
            {
                if (MpegFrame.Parse(bytes.Peek(at, MpegFrame.HeaderLength)) is { } frame && IsStream(at, frame))
                {
                    return (at, frame);
                }
            }
        }

        return null;
    }

    private List<long> Candidates(long from, long to)
    {
        ReadOnlySpan<byte> chunk = bytes.Peek(from, (int)(to - from) + MpegFrame.HeaderLength);
        var found = new List<long>();
        for (int i = 0; i + MpegFrame.HeaderLength <= chunk.Length && i < to - from; i++)
        {
            int next = chunk[i..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                break;
            }

            i += next;
            if (i < to - from && MpegFrame.Parse(chunk[i..]) is not null)
            {
                found.Add(from + i);
            }
        }

        return found;
    }

    /// <summary>Two more frames follow, or the file ends where they would.</summary>
    private bool IsStream(long at, MpegFrame frame)
    {
        long next = at + frame.Length;
        for (int i = 0; i < 2; i++)
        {
            if (next + MpegFrame.HeaderLength > end)
            {
                // the last frame may be cut; a lone one counts only where the stream has to begin
                return i > 0 || at == start;
            }

            if (MpegFrame.Parse(bytes.Peek(next, MpegFrame.HeaderLength)) is not { } more || !frame.Fits(more))
            {
                return false;
            }

            next += more.Length;
        }

        return true;
    }

    /// <summary>Frames and bytes as the table says; null for what it does not.</summary>
    private (long? Frames, long? Size) Table(long at, MpegFrame frame)
    {
        ReadOnlySpan<byte> head = bytes.Peek(at, Math.Min(frame.Length, 200));
        for (int offset = 4 + frame.SideLength; offset <= 6 + frame.SideLength; offset += 2)
        {
            if (head.Length >= offset + 16 && IsXing(head.Slice(offset, 4)))
            {
                uint flags = BinaryPrimitives.ReadUInt32BigEndian(head[(offset + 4)..]);
                long? frames = (flags & 1) != 0 ? BinaryPrimitives.ReadUInt32BigEndian(head[(offset + 8)..]) : null;
                int sizeAt = offset + 8 + ((flags & 1) != 0 ? 4 : 0);
                long? size = (flags & 2) != 0 ? BinaryPrimitives.ReadUInt32BigEndian(head[sizeAt..]) : null;
                return (frames, size);
            }
        }

        return head.Length >= 36 + 18 && head.Slice(36, 4).SequenceEqual("VBRI"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(head[50..]), BinaryPrimitives.ReadUInt32BigEndian(head[46..]))
            : (null, null);
    }

    private static bool IsXing(ReadOnlySpan<byte> mark) => mark.SequenceEqual("Xing"u8) || mark.SequenceEqual("Info"u8);

    private (double Seconds, long BitRate) Estimate(long at, MpegFrame first)
    {
        long samples = 0;
        long next = at;
        for (int count = 0; count < FramesLooked; count++)
        {
            if (MpegFrame.Parse(bytes.Peek(next, MpegFrame.HeaderLength)) is not { } frame || !first.Fits(frame))
            {
                break;
            }

            samples += frame.Samples;
            next += frame.Length;
        }

        double seen = (double)samples / first.SampleRate;
        long rate = next > at ? (long)((next - at) * 8 / seen) : first.BitRate;
        // the frames end before the file does: what follows is taken for more of the same
        return next + first.Length >= end ? (seen, rate) : ((end - at) * 8.0 / rate, rate);
    }
}
