using System.Text;
using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>What a <c>trak</c> box says, without its sample tables.</summary>
internal sealed record Mp4Track
{
    private const int ReferenceLimit = 16;
    private const int NameLimit = 1_000;

    public uint Id { get; private set; }

    /// <summary><c>soun</c>, <c>text</c>, <c>vide</c>, ...</summary>
    public string Handler { get; private set; } = "";

    public uint TimeScale { get; private set; }

    /// <summary>In units of the time scale; 0 when it is not said.</summary>
    public ulong Duration { get; private set; }

    /// <summary>Three letters, or a tag of BCP 47.</summary>
    public string? Language { get; private set; }

    /// <summary>Ids of the tracks whose samples are its chapters.</summary>
    public IReadOnlyList<uint> ChapterTracks { get; private set; } = [];

    /// <summary>The <c>stbl</c> box.</summary>
    public Mp4Box? SampleTable { get; private set; }

    /// <summary>As it is to be shown, in pixels; 0 for what is not seen.</summary>
    public (int Width, int Height) Shown { get; private set; }

    /// <summary>What people named it.</summary>
    public string? Name { get; private set; }

    public StreamRoles Roles { get; private set; }

    public double? Seconds => TimeScale > 0 && Duration > 0 ? Duration / (double)TimeScale : null;

    public static Mp4Track Read(MediaBytes bytes, Mp4Box box, bool isQuickTime)
    {
        var track = new Mp4Track();
        foreach (Mp4Box child in Mp4Boxes.Children(bytes, box))
        {
            switch (child.Type)
            {
                case "tkhd":
                    track.ReadHeader(bytes, child);
                    break;
                case "mdia":
                    track.ReadMedia(bytes, child, isQuickTime);
                    break;
                case "tref":
                    track.ChapterTracks = References(bytes, child);
                    break;
                case "udta":
                    track.ReadUserData(bytes, child);
                    break;
            }
        }

        return track;
    }

    /// <summary>Time scale and duration of a header box (mvhd, mdhd) in either of its two lengths.</summary>
    public static (uint TimeScale, ulong Duration) Times(MediaBytes bytes, Mp4Box header)
    {
        bool isLong = IsLong(bytes, header);
        uint scale = bytes.UInt32(header.Start + (isLong ? 20 : 12));
        ulong duration = isLong ? bytes.UInt64(header.Start + 24) : bytes.UInt32(header.Start + 16);
        return (scale, duration is uint.MaxValue or ulong.MaxValue ? 0 : duration);
    }

    private void ReadHeader(MediaBytes bytes, Mp4Box header)
    {
        bool isLong = IsLong(bytes, header);
        Id = bytes.UInt32(header.Start + (isLong ? 20 : 12));
        Roles |= (bytes.Byte(header.Start + 3) & 1) != 0 ? StreamRoles.Default : StreamRoles.None;
        // numbers of 16 and 16 bits
        long at = header.Start + (isLong ? 88 : 76);
        Shown = at + 8 <= header.End ? ((int)(bytes.UInt32(at) >> 16), (int)(bytes.UInt32(at + 4) >> 16)) : default;
    }

    private void ReadMedia(MediaBytes bytes, Mp4Box media, bool isQuickTime)
    {
        string? tag = null;
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, media))
        {
            switch (box.Type)
            {
                case "mdhd":
                    (TimeScale, Duration) = Times(bytes, box);
                    Language = Mp4Languages.Of(
                        bytes.UInt32(box.Start + (IsLong(bytes, box) ? 32 : 20)) >> 16,
                        isQuickTime
                    );
                    break;
                case "elng":
                    tag = Text(bytes, box, skip: 4);
                    break;
                case "hdlr":
                    Handler = Encoding.Latin1.GetString(bytes.Peek(box.Start + 8, 4));
                    Name ??= Mp4HandlerNames.Title(Text(bytes, box, skip: 24));
                    break;
                case "minf":
                    SampleTable = Mp4Boxes.Find(bytes, box, "stbl");
                    break;
            }
        }

        Language = tag is { Length: > 0 } ? tag : Language;
    }

    private void ReadUserData(MediaBytes bytes, Mp4Box userData)
    {
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, userData))
        {
            switch (box.Type)
            {
                case "name" when Text(bytes, box, skip: 0) is { Length: > 0 } name:
                    Name = name;
                    break;
                case "kind":
                    Roles |= Mp4Roles.OfKind(Text(bytes, box, skip: 4));
                    break;
                case "tagc":
                    Roles |= Mp4Roles.OfCharacteristic(Text(bytes, box, skip: 0));
                    break;
            }
        }
    }

    /// <summary>What stands in a box behind some bytes, as far as it is not long.</summary>
    private static string Text(MediaBytes bytes, Mp4Box box, int skip) =>
        Encoding.UTF8.GetString(
            bytes.Peek(box.Start + skip, (int)Math.Clamp(box.Length - skip, 0, NameLimit)).TrimEnd((byte)0)
        );

    private static List<uint> References(MediaBytes bytes, Mp4Box references)
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

    private static bool IsLong(MediaBytes bytes, Mp4Box box) => bytes.Byte(box.Start) == 1;
}
