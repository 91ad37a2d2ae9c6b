namespace Colophon.Testing.Audio;

/// <summary>Where the movie box of a made MP4 stands.</summary>
public enum MoviePlace
{
    /// <summary>Behind the samples, as most programs leave it.</summary>
    AtEnd,

    /// <summary>Before them, for playing over a network.</summary>
    AtStart,
}

/// <summary>How chapters are written.</summary>
[Flags]
public enum ChapterStyle
{
    /// <summary>The <c>chpl</c> box.</summary>
    Nero = 1,

    /// <summary>A text track that the audio track refers to.</summary>
    Track = 2,
}

/// <summary>
/// Makes MP4 audio files: <c>M4bBuilder.Titled("Dune").By("Frank Herbert").Chapter(0, "One").Build()</c>. The samples are
/// zeros; what a reader of metadata sees is valid. The same calls give the same bytes.
/// </summary>
public sealed class M4bBuilder
{
    private const int Scale = 1000;
    private const int ChapterTrackId = 2;

    private readonly ByteList _items = new();
    private readonly List<(double Start, string Title)> _chapters = [];
    private double _seconds = 60;
    private string _codec = "mp4a";
    private int _samples = 1;
    private MoviePlace _place = MoviePlace.AtEnd;
    private ChapterStyle _style = ChapterStyle.Nero;

    private M4bBuilder() { }

    /// <summary>With a title and an album of that name, as audiobooks have it.</summary>
    public static M4bBuilder Titled(string title) => new M4bBuilder().Text("©nam", title).Text("©alb", title);

    public static M4bBuilder Untitled() => new();

    public M4bBuilder By(string artists) => Text("©ART", artists).Text("aART", artists);

    /// <summary>As the composer, where most audiobooks have the narrator.</summary>
    public M4bBuilder ReadBy(string narrators) => Text("©wrt", narrators);

    public M4bBuilder InSeries(string name, string? part) =>
        part is null ? Freeform("SERIES", name) : Freeform("SERIES", name).Freeform("SERIES-PART", part);

    /// <summary>An item of text by its four characters.</summary>
    public M4bBuilder Text(string type, string value)
    {
        _items.Add(ByteList.Box(type, Data(1, new ByteList().Utf8(value))));
        return this;
    }

    public M4bBuilder Freeform(string name, string value)
    {
        _items.Add(
            ByteList.Box(
                "----",
                ByteList.Box("mean", new ByteList().Zeros(4).Latin("com.apple.iTunes")),
                ByteList.Box("name", new ByteList().Zeros(4).Utf8(name)),
                Data(1, new ByteList().Utf8(value))
            )
        );
        return this;
    }

    /// <summary>Number and total of the track (<c>trkn</c>) or disc (<c>disk</c>).</summary>
    public M4bBuilder Pair(string type, int number, int total)
    {
        _items.Add(ByteList.Box(type, Data(0, new ByteList().Big16(0).Big16(number).Big16(total).Big16(0))));
        return this;
    }

    public M4bBuilder Cover(byte[] picture)
    {
        _items.Add(ByteList.Box("covr", Data(13, new ByteList().Add(picture))));
        return this;
    }

    public M4bBuilder Chapter(double startSeconds, string title)
    {
        _chapters.Add((startSeconds, title));
        return this;
    }

    public M4bBuilder Lasting(double seconds)
    {
        _seconds = seconds;
        return this;
    }

    public M4bBuilder WithMovie(MoviePlace place)
    {
        _place = place;
        return this;
    }

    public M4bBuilder WithChapters(ChapterStyle style)
    {
        _style = style;
        return this;
    }

    /// <summary>The sample description's format: <c>drms</c>, <c>aavd</c> and <c>enca</c> are encrypted.</summary>
    public M4bBuilder Coded(string format)
    {
        _codec = format;
        return this;
    }

    /// <summary>So many samples, each with a size, a chunk and a place of its own in the tables: what long books have.</summary>
    public M4bBuilder WithSamples(int count)
    {
        _samples = count;
        return this;
    }

    public byte[] Build()
    {
        var head = ByteList.Box("ftyp", new ByteList().Latin("M4B ").Big32(0).Latin("M4B isom"));
        var texts = new ByteList();
        foreach (var (_, title) in _chapters)
            texts.Add(ChapterText(title));
        var samples = new ByteList().Zeros(64).Add(texts);
        // the place of the chapters' texts depends on the length of the movie box, which does not depend on the place
        var movieLength = _place == MoviePlace.AtStart ? Movie(0).Length : 0;
        var movie = Movie(head.Length + movieLength + 8 + 64);
        var data = ByteList.Box("mdat", samples);
        var whole = new ByteList().Add(head);
        return (_place == MoviePlace.AtStart ? whole.Add(movie).Add(data) : whole.Add(data).Add(movie)).ToArray();
    }

    private ByteList Movie(long textsAt)
    {
        var duration = (long)(_seconds * Scale);
        var header = ByteList.Box("mvhd", new ByteList().Zeros(12).Big32(Scale).Big32(duration).Zeros(80));
        var hasTrack = _style.HasFlag(ChapterStyle.Track) && _chapters.Count > 0;
        var parts = new List<ByteList> { header, AudioTrack(duration, hasTrack) };
        if (hasTrack)
            parts.Add(ChapterTrack(duration, textsAt));
        parts.Add(UserData());
        return ByteList.Box("moov", [.. parts]);
    }

    private ByteList AudioTrack(long duration, bool hasChapters)
    {
        var configuration = new ByteList().Byte(5).Byte(2).Byte(0x12).Byte(0x08);
        var decoder = new ByteList().Byte(0x40).Byte(0x15).Zeros(3).Big32(64_000).Big32(64_000).Add(configuration);
        var descriptor = new ByteList().Big16(1).Byte(0).Byte(4).Byte(decoder.Length).Add(decoder);
        var esds = ByteList.Box("esds", new ByteList().Zeros(4).Byte(3).Byte(descriptor.Length).Add(descriptor));
        var entry = ByteList.Box(
            _codec,
            new ByteList().Zeros(6).Big16(1).Zeros(8).Big16(2).Big16(16).Zeros(4).Big32(44_100L << 16),
            esds
        );
        var sizes = new ByteList().Zeros(8).Big32(_samples);
        var places = new ByteList().Zeros(4).Big32(_samples);
        for (var i = 0; i < _samples; i++)
        {
            sizes.Big32(300 + (i % 40));
            places.Big32(64 + (i * 300L));
        }
        var table = ByteList.Box(
            "stbl",
            ByteList.Box("stsd", new ByteList().Zeros(4).Big32(1), entry),
            ByteList.Box("stts", new ByteList().Zeros(4).Big32(1).Big32(_samples).Big32(1024)),
            ByteList.Box("stsc", new ByteList().Zeros(4).Big32(1).Big32(1).Big32(1).Big32(1)),
            ByteList.Box("stsz", sizes),
            ByteList.Box("stco", places)
        );
        var parts = new List<ByteList> { TrackHeader(1, duration), Media("soun", duration, table) };
        if (hasChapters)
            parts.Add(ByteList.Box("tref", ByteList.Box("chap", new ByteList().Big32(ChapterTrackId))));
        return ByteList.Box("trak", [.. parts]);
    }

    private ByteList ChapterTrack(long duration, long textsAt)
    {
        var durations = new ByteList().Zeros(4).Big32(_chapters.Count);
        var sizes = new ByteList().Zeros(8).Big32(_chapters.Count);
        for (var i = 0; i < _chapters.Count; i++)
        {
            var end = i + 1 < _chapters.Count ? _chapters[i + 1].Start : _seconds;
            durations.Big32(1).Big32((long)((end - _chapters[i].Start) * Scale));
            sizes.Big32(ChapterText(_chapters[i].Title).Length);
        }
        var table = ByteList.Box(
            "stbl",
            ByteList.Box("stts", durations),
            ByteList.Box("stsc", new ByteList().Zeros(4).Big32(1).Big32(1).Big32(_chapters.Count).Big32(1)),
            ByteList.Box("stsz", sizes),
            ByteList.Box("stco", new ByteList().Zeros(4).Big32(1).Big32(textsAt))
        );
        return ByteList.Box("trak", TrackHeader(ChapterTrackId, duration), Media("text", duration, table));
    }

    private static ByteList TrackHeader(int id, long duration) =>
        ByteList.Box("tkhd", new ByteList().Zeros(12).Big32(id).Zeros(4).Big32(duration).Zeros(60));

    private static ByteList Media(string handler, long duration, ByteList table) =>
        ByteList.Box(
            "mdia",
            ByteList.Box("mdhd", new ByteList().Zeros(12).Big32(Scale).Big32(duration).Big16(0x55C4).Big16(0)),
            ByteList.Box("hdlr", new ByteList().Zeros(8).Latin(handler).Zeros(13)),
            ByteList.Box("minf", table)
        );

    private ByteList UserData()
    {
        var handler = ByteList.Box("hdlr", new ByteList().Zeros(8).Latin("mdirappl").Zeros(9));
        var meta = ByteList.Box("meta", new ByteList().Zeros(4), handler, ByteList.Box("ilst", _items));
        return _style.HasFlag(ChapterStyle.Nero) && _chapters.Count > 0
            ? ByteList.Box("udta", meta, NeroChapters())
            : ByteList.Box("udta", meta);
    }

    private ByteList NeroChapters()
    {
        var list = new ByteList().Byte(1).Zeros(7).Byte(_chapters.Count);
        foreach (var (start, title) in _chapters)
        {
            var text = new ByteList().Utf8(title);
            list.Big64((long)(start * 10_000_000)).Byte(text.Length).Add(text);
        }
        return ByteList.Box("chpl", list);
    }

    private static ByteList ChapterText(string title)
    {
        var text = new ByteList().Utf8(title);
        return new ByteList().Big16(text.Length).Add(text);
    }

    private static ByteList Data(int type, ByteList value) =>
        ByteList.Box("data", new ByteList().Big32(type).Zeros(4).Add(value));
}
