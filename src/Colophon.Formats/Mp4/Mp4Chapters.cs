using System.Buffers.Binary;
using System.Text;
using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>
/// Chapters in either form: the samples of a text track that the audio track refers to (QuickTime File Format, Chapter lists),
/// or the <c>chpl</c> box that Nero began. Only the chapter track's own small tables are read.
/// </summary>
internal static class Mp4Chapters
{
    private const int SampleLimit = 10_000;
    private const int TitleLimit = 4 * 1024;

    /// <summary>Times in units of 100 nanoseconds, titles of up to 255 bytes.</summary>
    public static void ReadNero(MediaBytes bytes, Mp4Box box, MediaDraft draft)
    {
        // version, flags; in version 1 a reserved byte; the count has four bytes, of which most programs write the last
        bool isLong = bytes.Byte(box.Start) == 1;
        uint count = isLong ? bytes.UInt32(box.Start + 5) : bytes.Byte(box.Start + 4);
        long at = box.Start + (isLong ? 9 : 5);
        for (uint i = 0; i < count && at + 9 <= box.End; i++)
        {
            ulong start = bytes.UInt64(at);
            int length = bytes.Byte(at + 8);
            string title = Encoding.UTF8.GetString(bytes.Peek(at + 9, (int)Math.Min(length, box.End - at - 9)));
            if (!draft.AddChapter(title, start / 10_000.0, endMs: null))
            {
                return;
            }

            at += 9 + length;
        }
    }

    /// <summary>The samples of a chapter track.</summary>
    public static void ReadTrack(MediaBytes bytes, Mp4Track track, MediaDraft draft)
    {
        if (track.SampleTable is not { } table || track.TimeScale == 0)
        {
            return;
        }

        List<uint> durations = Durations(bytes, table);
        List<(long Offset, int Length)> samples = Samples(bytes, table);
        double start = 0;
        for (int i = 0; i < Math.Min(durations.Count, samples.Count); i++)
        {
            bytes.ThrowIfCancelled();
            double end = start + (durations[i] * 1000.0 / track.TimeScale);
            if (!draft.AddChapter(Title(bytes, samples[i].Offset, samples[i].Length), start, end))
            {
                return;
            }

            start = end;
        }
    }

    /// <summary>A length of two bytes, then UTF-8, or UTF-16 with its mark.</summary>
    private static string Title(MediaBytes bytes, long offset, int length)
    {
        ReadOnlySpan<byte> sample = bytes.Peek(offset, Math.Min(length, TitleLimit));
        if (sample.Length < 2)
        {
            return "";
        }

        int said = BinaryPrimitives.ReadUInt16BigEndian(sample);
        ReadOnlySpan<byte> text = sample.Slice(2, Math.Min(said, sample.Length - 2));
        return text switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(text[2..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(text[2..]),
            _ => Encoding.UTF8.GetString(text),
        };
    }

    private static List<uint> Durations(MediaBytes bytes, Mp4Box table)
    {
        var durations = new List<uint>();
        if (Mp4Boxes.Find(bytes, table, "stts") is not { } box)
        {
            return durations;
        }

        uint entries = bytes.UInt32(box.Start + 4);
        long at = box.Start + 8;
        for (uint i = 0; i < entries && at + 8 <= box.End && durations.Count < SampleLimit; i++, at += 8)
        {
            uint count = Math.Min(bytes.UInt32(at), (uint)(SampleLimit - durations.Count));
            durations.AddRange(Enumerable.Repeat(bytes.UInt32(at + 4), (int)count));
        }

        return durations;
    }

    /// <summary>Where each sample lies: sizes, runs of samples a chunk, places of the chunks.</summary>
    private static List<(long Offset, int Length)> Samples(MediaBytes bytes, Mp4Box table)
    {
        var samples = new List<(long, int)>();
        Mp4Box? sizes = Mp4Boxes.Find(bytes, table, "stsz");
        Mp4Box? runs = Mp4Boxes.Find(bytes, table, "stsc");
        Mp4Box? chunks = Mp4Boxes.Find(bytes, table, "stco") ?? Mp4Boxes.Find(bytes, table, "co64");
        if (sizes is not { } size || runs is not { } run || chunks is not { } chunk)
        {
            return samples;
        }

        uint same = bytes.UInt32(size.Start + 4);
        uint count = Math.Min(bytes.UInt32(size.Start + 8), SampleLimit);
        uint chunkCount = Math.Min(bytes.UInt32(chunk.Start + 4), SampleLimit);
        long runAt = run.Start + 8;
        uint perChunk = 0;
        for (uint i = 0; i < chunkCount && samples.Count < count; i++)
        {
            if (runAt + 12 <= run.End && bytes.UInt32(runAt) <= i + 1)
            {
                perChunk = bytes.UInt32(runAt + 4);
                runAt += 12;
            }

            long offset =
                chunk.Type == "stco"
                    ? bytes.UInt32(chunk.Start + 8 + (4L * i))
                    : (long)Math.Min(bytes.UInt64(chunk.Start + 8 + (8L * i)), long.MaxValue);
            for (uint k = 0; k < perChunk && samples.Count < count; k++)
            {
                uint length = same != 0 ? same : bytes.UInt32(size.Start + 12 + (4L * samples.Count));
                samples.Add((offset, (int)Math.Min(length, int.MaxValue)));
                offset += length;
            }
        }

        return samples;
    }
}
