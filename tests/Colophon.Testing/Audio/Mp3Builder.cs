using System.Text;

namespace Colophon.Testing.Audio;

/// <summary>
/// Makes MP3 files with ID3v2 tags: <c>Mp3Builder.Titled("Chapter 1").Album("Dune").Track(1, 12).Build()</c>. The frames are
/// silence of 8 kbit/s; a Xing table says how long it lasts. The same calls give the same bytes.
/// </summary>
public sealed class Mp3Builder
{
    private const int FrameLength = 72;
    private const double FrameSeconds = 576 / 8000.0;

    private readonly List<(string Id, byte[] Content)> _frames = [];
    private readonly List<(double Start, double End, string Title)> _chapters = [];
    private int _version = 4;
    private bool _isUnsynchronised;
    private bool _hasTable = true;
    private byte[] _end = [];
    private double _seconds = 10;

    private Mp3Builder() { }

    public static Mp3Builder Titled(string title) => new Mp3Builder().Text("TIT2", title);

    public static Mp3Builder Untitled() => new();

    public Mp3Builder Album(string album) => Text("TALB", album);

    public Mp3Builder By(string artists) => Text("TPE1", artists).Text("TPE2", artists);

    public Mp3Builder ReadBy(string narrators) => Text("TCOM", narrators);

    public Mp3Builder Track(int number, int total) => Text("TRCK", $"{number}/{total}");

    public Mp3Builder Disc(int number, int total) => Text("TPOS", $"{number}/{total}");

    /// <summary>A text frame by its id in 2.3 and 2.4.</summary>
    public Mp3Builder Text(string id, string value) => Frame(id, [1, .. Utf16(value)]);

    /// <summary>A text that names itself (TXXX).</summary>
    public Mp3Builder Named(string name, string value) => Frame("TXXX", [1, .. Utf16(name), 0, 0, .. Utf16(value)]);

    public Mp3Builder Comment(string value) => Frame("COMM", [1, .. "eng"u8, 0xFF, 0xFE, 0, 0, .. Utf16(value)]);

    public Mp3Builder Cover(byte[] picture, byte kind = 3) =>
        Frame("APIC", [0, .. "image/png"u8, 0, kind, 0, .. picture]);

    public Mp3Builder Chapter(double start, double end, string title)
    {
        _chapters.Add((start, end, title));
        return this;
    }

    public Mp3Builder Frame(string id, byte[] content)
    {
        _frames.Add((id, content));
        return this;
    }

    /// <summary>2, 3 or 4.</summary>
    public Mp3Builder Version(int version)
    {
        _version = version;
        return this;
    }

    public Mp3Builder Unsynchronised()
    {
        _isUnsynchronised = true;
        return this;
    }

    /// <summary>Leaves the Xing table out: the frames are all there is to go by.</summary>
    public Mp3Builder WithoutTable()
    {
        _hasTable = false;
        return this;
    }

    public Mp3Builder Lasting(double seconds)
    {
        _seconds = seconds;
        return this;
    }

    /// <summary>An ID3v1.1 tag at the end.</summary>
    public Mp3Builder WithOldTag(string title, int track)
    {
        var tag = new byte[128];
        "TAG"u8.CopyTo(tag);
        Encoding.Latin1.GetBytes(title).CopyTo(tag, 3);
        tag[126] = (byte)track;
        tag[127] = 255;
        _end = tag;
        return this;
    }

    public byte[] Build() => new ByteList().Add(Tag()).Add(Audio()).Add(_end).ToArray();

    private byte[] Tag()
    {
        if (_frames.Count == 0 && _chapters.Count == 0)
            return [];
        var body = new ByteList();
        foreach (var (id, content) in _frames)
            body.Add(Packed(id, content));
        foreach (var (start, end, title) in _chapters)
        {
            var inner = new ByteList().Latin("c").Byte(0).Big32((long)(start * 1000)).Big32((long)(end * 1000));
            inner.Big32(uint.MaxValue).Big32(uint.MaxValue).Add(Packed("TIT2", [1, .. Utf16(title)]));
            body.Add(Packed("CHAP", inner.ToArray()));
        }
        body.Zeros(32);
        var bytes = body.ToArray();
        if (_isUnsynchronised && _version < 4)
            bytes = Unsynchronise(bytes);
        var flags = _isUnsynchronised ? 0x80 : 0;
        return new ByteList()
            .Latin("ID3")
            .Byte(_version)
            .Byte(0)
            .Byte(flags)
            .Add(Syncsafe(bytes.Length))
            .Add(bytes)
            .ToArray();
    }

    private byte[] Packed(string id, byte[] content)
    {
        if (_version == 2)
        {
            var frame = new ByteList().Latin(OldId(id)).Byte(content.Length >> 16).Big16(content.Length & 0xFFFF);
            return frame.Add(content).ToArray();
        }
        if (_version == 3)
            return new ByteList().Latin(id).Big32(content.Length).Zeros(2).Add(content).ToArray();
        var packed = _isUnsynchronised ? Unsynchronise(content) : content;
        return new ByteList()
            .Latin(id)
            .Add(Syncsafe(packed.Length))
            .Byte(0)
            .Byte(_isUnsynchronised ? 2 : 0)
            .Add(packed)
            .ToArray();
    }

    private static string OldId(string id) =>
        id switch
        {
            "TIT2" => "TT2",
            "TALB" => "TAL",
            "TPE1" => "TP1",
            "TPE2" => "TP2",
            "TCOM" => "TCM",
            "TRCK" => "TRK",
            "TPOS" => "TPA",
            "TXXX" => "TXX",
            "COMM" => "COM",
            "TCON" => "TCO",
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "has no name in 2.2 here"),
        };

    private byte[] Audio()
    {
        var count = (int)Math.Round(_seconds / FrameSeconds);
        var audio = new ByteList();
        if (_hasTable)
        {
            // side information of nine bytes, then the table: how many frames there are
            var first = new ByteList().Add(FrameHead).Zeros(9).Latin("Xing").Big32(1).Big32(count);
            audio.Add(first).Zeros(FrameLength - first.Length);
        }
        for (var i = 0; i < (_hasTable ? Math.Min(count, 4) : count); i++)
            audio.Add(FrameHead).Zeros(FrameLength - 4);
        return audio.ToArray();
    }

    // MPEG 2.5, layer III, no checksum, 8 kbit/s, 8 kHz, one channel
    private static ReadOnlySpan<byte> FrameHead => [0xFF, 0xE3, 0x18, 0xC0];

    private static byte[] Utf16(string text) => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];

    private static byte[] Syncsafe(int value) =>
        [(byte)((value >> 21) & 0x7F), (byte)((value >> 14) & 0x7F), (byte)((value >> 7) & 0x7F), (byte)(value & 0x7F)];

    private static byte[] Unsynchronise(byte[] bytes)
    {
        var packed = new ByteList();
        for (var i = 0; i < bytes.Length; i++)
        {
            packed.Byte(bytes[i]);
            var next = i + 1 < bytes.Length ? bytes[i + 1] : (byte)0;
            if (bytes[i] == 0xFF && (next >= 0xE0 || next == 0))
                packed.Byte(0);
        }
        return packed.ToArray();
    }
}
