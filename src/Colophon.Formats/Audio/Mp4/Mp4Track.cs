namespace Colophon.Formats.Audio.Mp4;

/// <summary>What a <c>trak</c> box says, without its sample tables.</summary>
/// <param name="Handler"><c>soun</c>, <c>text</c>, <c>vide</c>, ...</param>
/// <param name="Duration">In units of the time scale; 0 when it is not said.</param>
/// <param name="ChapterTracks">Ids of the tracks whose samples are its chapters.</param>
/// <param name="SampleTable">The <c>stbl</c> box.</param>
internal sealed record Mp4Track(
    uint Id,
    string Handler,
    uint TimeScale,
    ulong Duration,
    string? Language,
    IReadOnlyList<uint> ChapterTracks,
    Mp4Box? SampleTable
)
{
    private const int ReferenceLimit = 16;

    public double? Seconds => TimeScale > 0 && Duration > 0 ? Duration / (double)TimeScale : null;

    public static Mp4Track Read(AudioBytes bytes, Mp4Box track)
    {
        uint id = 0;
        Mp4Box? media = null;
        IReadOnlyList<uint> chapters = [];
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, track))
        {
            switch (box.Type)
            {
                case "tkhd":
                    id = bytes.UInt32(box.Start + (IsLong(bytes, box) ? 20 : 12));
                    break;
                case "mdia":
                    media = box;
                    break;
                case "tref":
                    chapters = References(bytes, box);
                    break;
            }
        }

        return media is { } found
            ? OfMedia(bytes, id, found, chapters)
            : new Mp4Track(id, "", 0, 0, null, chapters, null);
    }

    /// <summary>Time scale and duration of a header box (mvhd, mdhd) in either of its two lengths.</summary>
    public static (uint TimeScale, ulong Duration) Times(AudioBytes bytes, Mp4Box header)
    {
        bool isLong = IsLong(bytes, header);
        uint scale = bytes.UInt32(header.Start + (isLong ? 20 : 12));
        ulong duration = isLong ? bytes.UInt64(header.Start + 24) : bytes.UInt32(header.Start + 16);
        return (scale, duration is uint.MaxValue or ulong.MaxValue ? 0 : duration);
    }

    private static Mp4Track OfMedia(AudioBytes bytes, uint id, Mp4Box media, IReadOnlyList<uint> chapters)
    {
        string handler = "";
        (uint Scale, ulong Duration) times = default;
        string? language = null;
        Mp4Box? table = null;
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, media))
        {
            switch (box.Type)
            {
                case "mdhd":
                    times = Times(bytes, box);
                    language = LanguageOf(bytes.UInt32(box.Start + (IsLong(bytes, box) ? 32 : 20)) >> 16);
                    break;
                case "hdlr":
                    handler = System.Text.Encoding.Latin1.GetString(bytes.Peek(box.Start + 8, 4));
                    break;
                case "minf":
                    table = Mp4Boxes.Find(bytes, box, "stbl");
                    break;
            }
        }

        return new Mp4Track(id, handler, times.Scale, times.Duration, language, chapters, table);
    }

    private static List<uint> References(AudioBytes bytes, Mp4Box references)
    {
        var ids = new List<uint>();
        if (Mp4Boxes.Find(bytes, references, "chap") is { } box)
        {
            for (long at = box.Start; at + 4 <= box.End && ids.Count < ReferenceLimit; at += 4)
            {
                ids.Add(bytes.UInt32(at));
            }
        }

        return ids;
    }

    /// <summary>Three letters of five bits each; null for QuickTime's numbers.</summary>
    private static string? LanguageOf(uint packed)
    {
        Span<char> letters = stackalloc char[3];
        for (int i = 0; i < 3; i++)
        {
            uint letter = (packed >> (10 - (5 * i))) & 0x1F;
            if (letter is 0 or > 26)
            {
                return null;
            }

            letters[i] = (char)('a' + letter - 1);
        }

        return letters.ToString();
    }

    private static bool IsLong(AudioBytes bytes, Mp4Box box) => bytes.Byte(box.Start) == 1;
}
