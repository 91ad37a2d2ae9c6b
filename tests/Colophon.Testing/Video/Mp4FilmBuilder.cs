using Colophon.Testing.Audio;

namespace Colophon.Testing.Video;

/// <summary>
/// Makes MP4 files with tracks of any kind: <c>new Mp4FilmBuilder().Video("avc1", 1920, 1080, box).Build()</c>. There are no
/// samples; what a reader of metadata sees is valid. The same calls give the same bytes.
/// </summary>
public sealed class Mp4FilmBuilder
{
    private const int Scale = 24_000;
    private const int Undetermined = 0x55C4;

    private readonly List<ByteList> _tracks = [];
    private readonly ByteList _items = new();
    private readonly ByteList _tail = new();
    private double _seconds = 60;
    private string _brand = "isom";
    private ByteList? _extends;

    public Mp4FilmBuilder Branded(string brand)
    {
        _brand = brand;
        return this;
    }

    public Mp4FilmBuilder Lasting(double seconds)
    {
        _seconds = seconds;
        return this;
    }

    /// <summary>A box of given content.</summary>
    public static byte[] Box(string type, params byte[][] content) =>
        ByteList.Box(type, [.. content.Select(part => new ByteList().Add(part))]).ToArray();

    /// <summary>The same with version and flags before the content.</summary>
    public static byte[] FullBox(string type, params byte[][] content) => Box(type, [new byte[4], .. content]);

    /// <summary>A video track of 23.976 pictures a second whose entry holds the given boxes.</summary>
    public Mp4FilmBuilder Video(string entry, int width, int height, params byte[][] boxes)
    {
        var fields = new ByteList().Zeros(6).Big16(1).Zeros(16).Big16(width).Big16(height).Zeros(50);
        return Track("vide", width, height, Undetermined, Entry(entry, fields, boxes), []);
    }

    public Mp4FilmBuilder Audio(string entry, int channels, int language, params byte[][] boxes)
    {
        var fields = new ByteList().Zeros(6).Big16(1).Zeros(8).Big16(channels).Big16(16).Zeros(4).Big32(48_000L << 16);
        return Track("soun", 0, 0, language, Entry(entry, fields, boxes), []);
    }

    /// <param name="fields">Of the entry, behind the eight bytes that all have.</param>
    /// <param name="media">More boxes beside the media header.</param>
    /// <param name="userData">Boxes about the track.</param>
    public Mp4FilmBuilder Subtitles(string entry, byte[] fields, byte[] media, params byte[][] userData) =>
        Track(
            "sbtl",
            0,
            0,
            Undetermined,
            ByteList.Box(entry, new ByteList().Zeros(6).Big16(1).Add(fields)),
            media,
            userData
        );

    /// <summary>An item of tags: type of its value, then the value.</summary>
    public Mp4FilmBuilder Item(string name, int type, params byte[] value)
    {
        _items.Add(ByteList.Box(name, ByteList.Box("data", new ByteList().Big32(type).Zeros(4).Add(value))));
        return this;
    }

    /// <summary>A file in fragments: the header holds <c>trex</c> and these boxes, the others stand behind it.</summary>
    public Mp4FilmBuilder InFragments(byte[] extends, params byte[][] behind)
    {
        var defaults = new ByteList().Zeros(4).Big32(1).Big32(1).Big32(1001).Zeros(8);
        _extends = ByteList.Box("mvex", ByteList.Box("trex", defaults), new ByteList().Add(extends));
        foreach (var part in behind)
            _tail.Add(part);
        return this;
    }

    public byte[] Build()
    {
        var duration = _extends is null ? (long)(_seconds * 1000) : 0;
        var header = ByteList.Box("mvhd", new ByteList().Zeros(12).Big32(1000).Big32(duration).Zeros(80));
        var handler = ByteList.Box("hdlr", new ByteList().Zeros(8).Latin("mdirappl").Zeros(9));
        var meta = ByteList.Box("meta", new ByteList().Zeros(4), handler, ByteList.Box("ilst", _items));
        List<ByteList> parts = [header];
        if (_extends is { } extends)
            parts.Add(extends);
        parts.AddRange(_tracks);
        parts.Add(ByteList.Box("udta", meta));
        return new ByteList()
            .Add(ByteList.Box("ftyp", new ByteList().Latin(_brand).Big32(0).Latin(_brand)))
            .Add(ByteList.Box("moov", [.. parts]))
            .Add(_tail)
            .ToArray();
    }

    private static ByteList Entry(string type, ByteList fields, byte[][] boxes) =>
        ByteList.Box(type, [fields, .. boxes.Select(box => new ByteList().Add(box))]);

    private Mp4FilmBuilder Track(
        string handler,
        int width,
        int height,
        int language,
        ByteList entry,
        byte[] media,
        params byte[][] userData
    )
    {
        var frames = (long)(_seconds * Scale / 1001);
        var times = _extends is null
            ? new ByteList().Zeros(4).Big32(1).Big32(frames).Big32(1001)
            : new ByteList().Zeros(8);
        var table = ByteList.Box(
            "stbl",
            ByteList.Box("stsd", new ByteList().Zeros(4).Big32(1), entry),
            ByteList.Box("stts", times)
        );
        var size = new ByteList().Big32((long)width << 16).Big32((long)height << 16);
        _tracks.Add(
            ByteList.Box(
                "trak",
                ByteList.Box("tkhd", new ByteList().Big32(1).Zeros(8).Big32(_tracks.Count + 1).Zeros(60).Add(size)),
                ByteList.Box(
                    "mdia",
                    ByteList.Box("mdhd", new ByteList().Zeros(12).Big32(Scale).Big32(0).Big16(language).Big16(0)),
                    ByteList.Box("hdlr", new ByteList().Zeros(8).Latin(handler).Zeros(13)),
                    new ByteList().Add(media),
                    ByteList.Box("minf", table)
                ),
                ByteList.Box("udta", [.. userData.Select(box => new ByteList().Add(box))])
            )
        );
        return this;
    }
}
