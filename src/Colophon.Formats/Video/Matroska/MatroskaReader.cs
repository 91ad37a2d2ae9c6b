using Colophon.Formats.Media;

namespace Colophon.Formats.Video.Matroska;

/// <summary>
/// Matroska and WebM (RFC 9559): what describes the file, wherever it lies in the segment. Clusters, which hold the pictures and
/// the sound, are jumped over; what stands behind them is found by the seek head.
/// </summary>
internal sealed class MatroskaReader
{
    private const double DefaultScale = 1_000_000;
    private const double Second = 1e9;
    private const int ClusterLimit = 1_000;
    private const int SeekLimit = 200;

    private readonly Ebml _ebml;
    private readonly VideoDraft _draft;
    private readonly MatroskaTags _tags;
    private readonly List<MatroskaTrack> _tracks = [];
    private readonly List<(uint Id, long Position)> _seeks = [];
    private readonly HashSet<long> _taken = [];
    private EbmlElement _segment;
    private string? _title;

    private MatroskaReader(MediaBytes bytes, VideoDraft draft)
    {
        _ebml = new Ebml(bytes);
        _draft = draft;
        _tags = new MatroskaTags(_ebml);
    }

    public static void Read(MediaBytes bytes, VideoDraft draft)
    {
        var reader = new MatroskaReader(bytes, draft);
        try
        {
            reader.ReadFile();
        }
        finally
        {
            // what was read before the time was over is kept
            reader.Finish();
        }
    }

    private void ReadFile()
    {
        foreach (EbmlElement element in _ebml.Walk(0, _ebml.Bytes.Length))
        {
            if (element.Id == MatroskaIds.Header)
            {
                ReadHeader(element);
            }
            else if (element.Id == MatroskaIds.Segment)
            {
                _segment = element;
                ReadSegment();
                break; // a second segment is another film
            }
        }

        if (_tracks.Count == 0)
        {
            bool isCut = _segment.IsCut || _segment.End == 0;
            _draft.Findings.Fail(isCut ? FindingCodes.VideoTruncated : FindingCodes.VideoNoStream);
        }
        else if (_segment.IsCut)
        {
            _draft.Findings.Warn(FindingCodes.VideoTruncated);
        }
        else if (_ebml.IsDamaged)
        {
            _draft.Findings.Warn(FindingCodes.VideoDamaged);
        }
    }

    private void ReadHeader(EbmlElement header)
    {
        foreach (EbmlElement element in _ebml.Children(header))
        {
            if (element.Id == MatroskaIds.DocType && _ebml.Text(element) == "webm")
            {
                _draft.Container = "webm";
            }
        }
    }

    private void ReadSegment()
    {
        int clusters = 0;
        foreach (EbmlElement element in _ebml.Children(_segment))
        {
            bool isCluster = element.Id == MatroskaIds.Cluster;
            clusters += isCluster ? 1 : 0;
            if (isCluster && (_seeks.Count > 0 || element.IsUnknown || clusters == ClusterLimit))
            {
                break;
            }

            Take(element);
        }

        // the list grows: a seek head at the end is found by the one at the beginning
        for (int i = 0; i < _seeks.Count; i++)
        {
            (uint id, long position) = _seeks[i];
            if (_ebml.Read(position, _segment.End) is { } element && element.Id == id)
            {
                Take(element);
            }
        }
    }

    private void Take(EbmlElement element)
    {
        if (element.Id == MatroskaIds.Cluster || !_taken.Add(element.Start))
        {
            return;
        }

        switch (element.Id)
        {
            case MatroskaIds.SeekHead:
                ReadSeekHead(element);
                break;
            case MatroskaIds.Info:
                ReadInfo(element);
                break;
            case MatroskaIds.Tracks when _tracks.Count == 0:
                ReadTracks(element);
                break;
            case MatroskaIds.Chapters when _draft.ChapterCount == 0:
                MatroskaChapters.Read(_ebml, element, _draft);
                break;
            case MatroskaIds.Tags:
                _tags.Read(element);
                break;
            case MatroskaIds.Attachments:
                MatroskaAttachments.Read(_ebml, element, _draft);
                break;
        }
    }

    private void ReadSeekHead(EbmlElement head)
    {
        foreach (EbmlElement seek in _ebml.Children(head))
        {
            if (seek.Id != MatroskaIds.Seek || _seeks.Count == SeekLimit)
            {
                continue;
            }

            (uint id, ulong position) = (0, 0);
            foreach (EbmlElement element in _ebml.Children(seek))
            {
                id = element.Id == MatroskaIds.SeekId ? (uint)_ebml.UInt(element) : id;
                position = element.Id == MatroskaIds.SeekPosition ? _ebml.UInt(element) : position;
            }

            if (position < (ulong)_segment.Length)
            {
                _seeks.Add((id, _segment.Start + (long)position));
            }
        }
    }

    private void ReadInfo(EbmlElement info)
    {
        (double scale, double duration) = (DefaultScale, 0);
        foreach (EbmlElement element in _ebml.Children(info))
        {
            switch (element.Id)
            {
                case MatroskaIds.TimestampScale:
                    scale = _ebml.UInt(element);
                    break;
                case MatroskaIds.Duration:
                    duration = _ebml.Float(element);
                    break;
                case MatroskaIds.Title:
                    _title = _ebml.Text(element);
                    break;
            }
        }

        double seconds = duration * scale / Second;
        _draft.DurationSeconds = seconds is > 0 and < 1e9 ? seconds : _draft.DurationSeconds;
    }

    private void ReadTracks(EbmlElement tracks)
    {
        foreach (EbmlElement element in _ebml.Children(tracks))
        {
            if (element.Id != MatroskaIds.TrackEntry)
            {
                continue;
            }

            if (_tracks.Count == VideoDraft.StreamLimit)
            {
                _draft.Findings.Warn(FindingCodes.VideoListCut, "streams");
                break;
            }

            var track = MatroskaTrack.Read(_ebml, element);
            if (track.Type is not null)
            {
                _tracks.Add(track);
            }
        }
    }

    private void Finish()
    {
        _tags.AddTo(_draft.Tags, _title);
        for (int i = 0; i < _tracks.Count; i++)
        {
            MatroskaStatistics? statistics = _tags.Of(_tracks[i].Uid);
            _draft.Streams.Add(_tracks[i].ToStream(i, statistics));
            _draft.DurationSeconds ??= statistics?.Seconds;
        }

        if (_tracks.Exists(track => track.IsEncrypted))
        {
            _draft.Findings.Warn(FindingCodes.VideoEncrypted);
        }
    }
}
