using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>
/// What a file in fragments (ISO/IEC 14496-12, 8.8) says of its length and rate: in the header, in the index of segments, else in
/// its last fragment. The fragments between are jumped over.
/// </summary>
internal sealed class Mp4Fragments
{
    private const int DefaultLimit = 256;
    private const int SampleLimit = 100_000;
    private const int FragmentLimit = 10_000;

    private readonly Dictionary<uint, uint> _defaultDurations = [];
    private readonly List<Mp4Box> _fragments = [];

    public double? Seconds { get; private set; }

    /// <summary>Ticks of a sample where all have the same; null when the header does not say it.</summary>
    public uint? DefaultDuration(uint track) =>
        _defaultDurations.GetValueOrDefault(track) is > 0 and var duration ? duration : null;

    /// <summary>The <c>mvex</c> box: the length in units of the movie, and what holds for samples that say nothing.</summary>
    public void ReadExtends(MediaBytes bytes, Mp4Box extends, uint timeScale)
    {
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, extends))
        {
            if (box.Type == "mehd" && timeScale > 0)
            {
                bool isLong = bytes.Byte(box.Start) == 1;
                ulong duration = isLong ? bytes.UInt64(box.Start + 4) : bytes.UInt32(box.Start + 4);
                Seconds = duration > 0 ? duration / (double)timeScale : Seconds;
            }
            else if (box.Type == "trex" && _defaultDurations.Count < DefaultLimit)
            {
                _defaultDurations[bytes.UInt32(box.Start + 4)] = bytes.UInt32(box.Start + 12);
            }
        }
    }

    /// <summary>The <c>sidx</c> box counts when what it lists reaches to the end of the file.</summary>
    public void ReadIndex(MediaBytes bytes, Mp4Box box)
    {
        bool isLong = bytes.Byte(box.Start) == 1;
        uint scale = bytes.UInt32(box.Start + 8);
        long at = box.Start + (isLong ? 28 : 20);
        ulong offset = isLong ? bytes.UInt64(at - 8) : bytes.UInt32(at - 4);
        long count = bytes.UInt32(at) & 0xFFFF;
        if (Seconds is not null || scale == 0 || _fragments.Count > 0)
        {
            return;
        }

        (ulong size, ulong ticks) = (0, 0);
        at += 4;
        for (long i = 0; i < count && at + 12 <= box.End; i++, at += 12)
        {
            size += bytes.UInt32(at) & int.MaxValue;
            ticks += bytes.UInt32(at + 4);
        }

        bool isWhole = (ulong)box.End + Math.Min(offset, long.MaxValue) + size >= (ulong)bytes.Length / 10 * 9;
        Seconds = ticks > 0 && isWhole ? ticks / (double)scale : Seconds;
    }

    public void Note(Mp4Box fragment)
    {
        if (_fragments.Count < FragmentLimit)
        {
            _fragments.Add(fragment);
        }
    }

    /// <summary>When nothing else says the length: the end of the last fragment, or all of them where none says its start.</summary>
    public void ReadLength(MediaBytes bytes, IReadOnlyList<Mp4Track> tracks)
    {
        if (Seconds is not null || _fragments.Count == 0)
        {
            return;
        }

        bool isPlaced = Runs(bytes, _fragments[^1]).Any(run => run.Start is not null);
        IEnumerable<Run> runs = isPlaced ? Runs(bytes, _fragments[^1]) : _fragments.SelectMany(box => Runs(bytes, box));
        foreach (IGrouping<uint, Run> track in runs.GroupBy(run => run.Track))
        {
            uint scale = tracks.FirstOrDefault(candidate => candidate.Id == track.Key)?.TimeScale ?? 0;
            double end = scale == 0 ? 0 : track.Sum(run => (run.Start ?? 0) + run.Ticks) / scale;
            Seconds = end is > 0 and < 1e9 && !(end < Seconds) ? end : Seconds;
        }
    }

    /// <summary>Samples and ticks of a track in the first fragment.</summary>
    public (long Samples, double Ticks) FirstRun(MediaBytes bytes, uint track)
    {
        foreach (Run run in _fragments.Take(1).SelectMany(box => Runs(bytes, box)))
        {
            if (run.Track == track)
            {
                return (run.Samples, run.Ticks);
            }
        }

        return default;
    }

    private IEnumerable<Run> Runs(MediaBytes bytes, Mp4Box fragment) =>
        Mp4Boxes.Children(bytes, fragment).Where(box => box.Type == "traf").Select(box => Read(bytes, box));

    private Run Read(MediaBytes bytes, Mp4Box fragment)
    {
        var run = new Run(0, null, 0, 0);
        uint each = 0;
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, fragment))
        {
            switch (box.Type)
            {
                case "tfhd":
                    run = run with { Track = bytes.UInt32(box.Start + 4) };
                    each = HeaderDuration(bytes, box) ?? DefaultDuration(run.Track) ?? 0;
                    break;
                case "tfdt":
                    bool isLong = bytes.Byte(box.Start) == 1;
                    run = run with { Start = isLong ? bytes.UInt64(box.Start + 4) : bytes.UInt32(box.Start + 4) };
                    break;
                case "trun":
                    run = Add(bytes, box, each, run);
                    break;
            }
        }

        return run;
    }

    private static uint? HeaderDuration(MediaBytes bytes, Mp4Box header)
    {
        uint flags = bytes.UInt32(header.Start) & 0xFF_FFFF;
        long at = header.Start + 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        return (flags & 8) != 0 && at + 4 <= header.End ? bytes.UInt32(at) : null;
    }

    private static Run Add(MediaBytes bytes, Mp4Box box, uint each, Run run)
    {
        uint flags = bytes.UInt32(box.Start) & 0xFF_FFFF;
        uint count = Math.Min(bytes.UInt32(box.Start + 4), SampleLimit);
        if ((flags & 0x100) == 0)
        {
            return run with { Samples = run.Samples + count, Ticks = run.Ticks + ((double)count * each) };
        }

        // of each sample: duration, and as the flags say size, flags, offset
        int width =
            4 * (1 + ((flags & 0x200) != 0 ? 1 : 0) + ((flags & 0x400) != 0 ? 1 : 0) + ((flags & 0x800) != 0 ? 1 : 0));
        long at = box.Start + 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        (long samples, double ticks) = (run.Samples, run.Ticks);
        for (uint i = 0; i < count && at + width <= box.End; i++, at += width)
        {
            samples++;
            ticks += bytes.UInt32(at);
        }

        return run with
        {
            Samples = samples,
            Ticks = ticks,
        };
    }

    /// <param name="Start">In ticks, when it is said.</param>
    private readonly record struct Run(uint Track, double? Start, long Samples, double Ticks);
}
