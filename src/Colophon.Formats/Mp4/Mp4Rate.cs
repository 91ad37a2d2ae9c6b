using Colophon.Formats.Media;
using Colophon.Formats.Media.Codecs;

namespace Colophon.Formats.Mp4;

/// <summary>The mean rate of a video track's pictures.</summary>
internal static class Mp4Rate
{
    private const int EntryLimit = 64;

    public static double? Of(MediaBytes bytes, Mp4Movie movie, Mp4Track track)
    {
        if (track.TimeScale == 0)
        {
            return null;
        }

        (double samples, double ticks) = Table(bytes, track);
        if (samples == 0 && movie.Fragments.DefaultDuration(track.Id) is { } each)
        {
            (samples, ticks) = (1, each);
        }

        if (samples == 0)
        {
            (samples, ticks) = movie.Fragments.FirstRun(bytes, track.Id);
        }

        return ticks > 0 ? Rates.Rounded(samples * track.TimeScale / ticks) : null;
    }

    /// <summary>Runs of pictures and how long each lasts (<c>stts</c>); of many runs the mean is in the headers.</summary>
    private static (double Samples, double Ticks) Table(MediaBytes bytes, Mp4Track track)
    {
        if (track.SampleTable is not { } table || Mp4Boxes.Find(bytes, table, "stts") is not { } times)
        {
            return default;
        }

        uint entries = bytes.UInt32(times.Start + 4);
        if (entries > EntryLimit)
        {
            return (Count(bytes, table), track.Duration);
        }

        (double samples, double ticks) = (0, 0);
        long at = times.Start + 8;
        for (uint i = 0; i < entries && at + 8 <= times.End; i++, at += 8)
        {
            double count = bytes.UInt32(at);
            samples += count;
            ticks += count * bytes.UInt32(at + 4);
        }

        return (samples, ticks);
    }

    private static double Count(MediaBytes bytes, Mp4Box table) =>
        Mp4Boxes.Find(bytes, table, "stsz") is { } sizes ? bytes.UInt32(sizes.Start + 8) : 0;
}
