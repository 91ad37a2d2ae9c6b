namespace Colophon.Testing.Video;

/// <summary>
/// Makes Matroska files: <c>MkvBuilder.Titled("Film").Track(1, "V_VP9").Chapter(0, "One").Build()</c>. The clusters hold zeros;
/// what a reader of metadata sees is valid. The same calls give the same bytes.
/// </summary>
public sealed class MkvBuilder
{
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint Tracks = 0x1654AE6B;
    private const uint ChapterList = 0x1043A770;
    private const uint TagList = 0x1254C367;
    private const uint AttachmentList = 0x1941A469;
    private const uint Cluster = 0x1F43B675;

    private readonly List<EbmlNode> _tracks = [];
    private readonly List<EbmlNode> _atoms = [];
    private readonly List<EbmlNode> _editions = [];
    private readonly List<EbmlNode> _tags = [];
    private readonly List<EbmlNode> _files = [];
    private string? _title;
    private double _seconds = 60;
    private string _docType = "matroska";
    private bool _isAtEnd;
    private bool _isLive;
    private bool _isSought = true;

    private MkvBuilder() { }

    public static MkvBuilder Titled(string title) => new() { _title = title };

    public static MkvBuilder Untitled() => new();

    public MkvBuilder WebM()
    {
        _docType = "webm";
        return this;
    }

    public MkvBuilder Lasting(double seconds)
    {
        _seconds = seconds;
        return this;
    }

    /// <summary>A track of type 1 (video), 2 (audio) or 17 (subtitles); its number is its place, from one.</summary>
    public MkvBuilder Track(int type, string codec, params IEnumerable<EbmlNode> more)
    {
        var number = (ulong)_tracks.Count + 1;
        _tracks.Add(
            EbmlNode.Of(
                0xAE,
                [
                    EbmlNode.Number(0xD7, number),
                    EbmlNode.Number(0x73C5, number),
                    EbmlNode.Number(0x83, (ulong)type),
                    EbmlNode.Text(0x86, codec),
                    .. more,
                ]
            )
        );
        return this;
    }

    public MkvBuilder Chapter(double start, string title, params IEnumerable<EbmlNode> more)
    {
        _atoms.Add(Atom(start, title, more));
        return this;
    }

    public static EbmlNode Atom(double start, string title, params IEnumerable<EbmlNode> more) =>
        EbmlNode.Of(
            0xB6,
            [
                EbmlNode.Number(0x91, (ulong)(start * 1e9)),
                EbmlNode.Of(0x80, EbmlNode.Text(0x85, title), EbmlNode.Text(0x437C, "eng")),
                .. more,
            ]
        );

    /// <summary>Another edition of chapters, behind that of <see cref="Chapter"/>.</summary>
    public MkvBuilder Edition(params IEnumerable<EbmlNode> children)
    {
        _editions.Add(EbmlNode.Of(0x45B9, children));
        return this;
    }

    /// <param name="level">50 the film, 60 the season, 70 the show, 30 a piece of music.</param>
    /// <param name="track">0: of the whole file.</param>
    public MkvBuilder Tag(int level, string name, string value, int track = 0)
    {
        var targets = new List<EbmlNode> { EbmlNode.Number(0x68CA, (ulong)level) };
        if (track > 0)
            targets.Add(EbmlNode.Number(0x63C5, (ulong)track));
        _tags.Add(
            EbmlNode.Of(
                0x7373,
                EbmlNode.Of(0x63C0, targets),
                EbmlNode.Of(0x67C8, EbmlNode.Text(0x45A3, name), EbmlNode.Text(0x4487, value))
            )
        );
        return this;
    }

    public MkvBuilder Attach(string name, string type, byte[] content)
    {
        _files.Add(
            EbmlNode.Of(
                0x61A7,
                EbmlNode.Text(0x466E, name),
                EbmlNode.Text(0x4660, type),
                EbmlNode.Bytes(0x465C, content)
            )
        );
        return this;
    }

    /// <summary>All but title and length stands behind the clusters, where only the seek head leads.</summary>
    public MkvBuilder WithAllAtEnd()
    {
        _isAtEnd = true;
        return this;
    }

    /// <summary>Segment and clusters do not say how long they are.</summary>
    public MkvBuilder Live()
    {
        _isLive = true;
        return this;
    }

    public MkvBuilder WithoutSeekHead()
    {
        _isSought = false;
        return this;
    }

    public byte[] Build()
    {
        var info = EbmlNode.Of(
            Info,
            [
                EbmlNode.Number(0x2AD7B1, 1_000_000),
                EbmlNode.Float(0x4489, _seconds * 1000),
                .. _title is null ? [] : new[] { EbmlNode.Text(0x7BA9, _title) },
            ]
        );
        List<(uint Id, EbmlNode Node)> described = [(Tracks, EbmlNode.Of(Tracks, _tracks))];
        if (_atoms.Count + _editions.Count > 0)
        {
            IEnumerable<EbmlNode> first = _atoms.Count > 0 ? [EbmlNode.Of(0x45B9, _atoms)] : [];
            described.Add((ChapterList, EbmlNode.Of(ChapterList, [.. first, .. _editions])));
        }
        if (_tags.Count > 0)
            described.Add((TagList, EbmlNode.Of(TagList, _tags)));
        if (_files.Count > 0)
            described.Add((AttachmentList, EbmlNode.Of(AttachmentList, _files)));
        var data = EbmlNode.Bytes(0xA3, new byte[2000]);
        var cluster = _isLive ? EbmlNode.Open(Cluster, data) : EbmlNode.Of(Cluster, data);

        List<(uint Id, EbmlNode Node)> parts = [(Info, info)];
        parts.AddRange(_isAtEnd ? [(Cluster, cluster), .. described] : [.. described, (Cluster, cluster)]);
        // its length does not depend on the places in it
        var length = _isSought ? SeekHead(parts, 0).ToArray().Length : 0;
        IEnumerable<EbmlNode> all =
        [
            .. _isSought ? [SeekHead(parts, length)] : Array.Empty<EbmlNode>(),
            .. parts.Select(part => part.Node),
        ];
        var header = EbmlNode.Of(0x1A45DFA3, EbmlNode.Text(0x4282, _docType));
        var segment = _isLive ? EbmlNode.Open(Segment, all) : EbmlNode.Of(Segment, all);
        return [.. header.ToArray(), .. segment.ToArray()];
    }

    private static EbmlNode SeekHead(List<(uint Id, EbmlNode Node)> parts, int length)
    {
        var entries = new List<EbmlNode>();
        var at = length;
        foreach (var (id, node) in parts)
        {
            byte[] bytes = [(byte)(id >> 24), (byte)(id >> 16), (byte)(id >> 8), (byte)id];
            if (id != Cluster)
                entries.Add(EbmlNode.Of(0x4DBB, EbmlNode.Bytes(0x53AB, bytes), EbmlNode.Number(0x53AC, (ulong)at)));
            at += node.ToArray().Length;
        }
        return EbmlNode.Of(0x114D9B74, entries);
    }
}
