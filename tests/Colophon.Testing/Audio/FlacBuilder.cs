namespace Colophon.Testing.Audio;

/// <summary>Makes the metadata of FLAC files, and Ogg files with Vorbis or Opus: <c>FlacBuilder.Titled("One").Build()</c>.</summary>
public sealed class FlacBuilder
{
    private const int PageData = 200 * 255;

    private readonly List<(string Name, string Value)> _comments = [];
    private byte[]? _cover;
    private double _seconds = 10;

    private FlacBuilder() { }

    public static FlacBuilder Titled(string title) => new FlacBuilder().Tag("TITLE", title);

    public FlacBuilder Album(string album) => Tag("ALBUM", album);

    public FlacBuilder By(string artist) => Tag("ARTIST", artist);

    public FlacBuilder Tag(string name, string value)
    {
        _comments.Add((name, value));
        return this;
    }

    /// <summary>A mark like 00:01:00.000 and its name.</summary>
    public FlacBuilder Chapter(int number, string time, string title) =>
        Tag($"CHAPTER{number:000}", time).Tag($"CHAPTER{number:000}NAME", title);

    public FlacBuilder Cover(byte[] picture)
    {
        _cover = picture;
        return this;
    }

    public FlacBuilder Lasting(double seconds)
    {
        _seconds = seconds;
        return this;
    }

    /// <summary>As a FLAC file.</summary>
    public byte[] Build()
    {
        var file = new ByteList().Latin("fLaC");
        Block(file, 0, StreamInfo());
        if (_cover is not null)
            Block(file, 6, Picture(_cover));
        Block(file, 4 | 0x80, Comments(_comments));
        return file.Byte(0xFF).Byte(0xF8).Zeros(200).ToArray();
    }

    /// <summary>As an Ogg file with an Opus stream.</summary>
    public byte[] BuildOpus()
    {
        var head = new ByteList().Latin("OpusHead").Byte(1).Byte(2).Byte(0x38).Byte(1).Little32(48_000).Zeros(3);
        return Ogg(head, new ByteList().Latin("OpusTags").Add(OggComments()), (long)(_seconds * 48_000) + 312);
    }

    /// <summary>As an Ogg file with a Vorbis stream.</summary>
    public byte[] BuildVorbis()
    {
        var head = new ByteList().Byte(1).Latin("vorbis").Little32(0).Byte(2).Little32(44_100);
        head.Zeros(4).Little32(96_000).Zeros(4).Byte(0xB8).Byte(1);
        return Ogg(head, new ByteList().Byte(3).Latin("vorbis").Add(OggComments()).Byte(1), (long)(_seconds * 44_100));
    }

    private ByteList OggComments()
    {
        var comments = _comments.ToList();
        if (_cover is not null)
            comments.Insert(0, ("METADATA_BLOCK_PICTURE", Convert.ToBase64String(Picture(_cover).ToArray())));
        return Comments(comments);
    }

    private static byte[] Ogg(ByteList head, ByteList comments, long granule)
    {
        var file = new ByteList();
        var sequence = 0;
        Page(file, 2, 0, sequence++, head.ToArray(), isWhole: true);
        var packet = comments.ToArray();
        for (var at = 0; at < packet.Length || at == 0; at += PageData)
        {
            var part = packet.AsSpan(at, Math.Min(PageData, packet.Length - at)).ToArray();
            var isLast = at + part.Length == packet.Length;
            Page(file, at > 0 ? 1 : 0, isLast ? 0 : -1, sequence++, part, isLast);
        }
        Page(file, 4, granule, sequence, new byte[100], isWhole: true);
        return file.ToArray();
    }

    // without a checksum: the readers here do not look at it
    private static void Page(ByteList file, int flags, long granule, int sequence, byte[] data, bool isWhole)
    {
        file.Latin("OggS").Byte(0).Byte(flags).Little64(granule).Little32(0x1234).Little32(sequence).Little32(0);
        var segments = Enumerable.Repeat(255, data.Length / 255).ToList();
        if (isWhole)
            segments.Add(data.Length % 255);
        file.Byte(segments.Count);
        segments.ForEach(segment => file.Byte(segment));
        file.Add(data);
    }

    private ByteList StreamInfo()
    {
        var samples = (long)(_seconds * 44_100);
        var info = new ByteList().Big16(4096).Big16(4096).Zeros(6);
        return info.Big64((44_100L << 44) | (1L << 41) | (15L << 36) | samples).Zeros(16);
    }

    private static ByteList Comments(List<(string Name, string Value)> comments)
    {
        var block = new ByteList().Little32(5).Latin("maker").Little32(comments.Count);
        foreach (var (name, value) in comments)
        {
            var comment = new ByteList().Utf8($"{name}={value}");
            block.Little32(comment.Length).Add(comment);
        }
        return block;
    }

    private static ByteList Picture(byte[] picture) =>
        new ByteList().Big32(3).Big32(9).Latin("image/png").Big32(0).Zeros(16).Big32(picture.Length).Add(picture);

    private static void Block(ByteList file, int type, ByteList content) =>
        file.Byte(type).Byte(content.Length >> 16).Big16(content.Length & 0xFFFF).Add(content);
}
