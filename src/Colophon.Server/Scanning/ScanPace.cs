using System.Collections.Concurrent;

namespace Colophon.Server.Scanning;

/// <summary>
/// How fast each running scan goes, from its counters of the last half minute. One a process; written by commits, read by
/// pages. It says nothing before the figure means something.
/// </summary>
public sealed class ScanPace
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private const long FewestUnits = 10;

    private readonly ConcurrentDictionary<long, Track> tracks = new();

    /// <summary>Takes the scan's counters into account and says how much time its phase needs yet, or null.</summary>
    public TimeSpan? Observe(ScanRow scan, DateTimeOffset now)
    {
        var phase = ScanPhase.Of(scan);
        if (ScanStatus.HasEnded(phase))
        {
            tracks.TryRemove(scan.Id, out _);
            return null;
        }
        var (done, total) = Units(scan, phase);
        var track = tracks.GetOrAdd(scan.Id, _ => new Track());
        lock (track)
            return track.Observe(phase, done, total, now);
    }

    /// <summary>The time left as last observed, or null.</summary>
    public TimeSpan? Remaining(long scanId)
    {
        if (!tracks.TryGetValue(scanId, out var track))
            return null;
        lock (track)
            return track.Remaining;
    }

    /// <summary><c>~15 minutes</c>: rounded as far as the guess deserves.</summary>
    public static string? Text(TimeSpan? remaining) =>
        remaining switch
        {
            null => null,
            { TotalSeconds: < 55 } left => $"~{Math.Max(5, (int)Math.Ceiling(left.TotalSeconds / 5) * 5)} seconds",
            { TotalMinutes: < 59.5 } left => Counted(left.TotalMinutes, "minute"),
            { TotalHours: var hours } => Counted(hours, "hour"),
        };

    private static string Counted(double value, string unit)
    {
        var whole = Math.Max(1, (int)Math.Round(value, MidpointRounding.AwayFromZero));
        return whole == 1 ? $"~1 {unit}" : $"~{whole} {unit}s";
    }

    private static (long Done, long Total) Units(ScanRow scan, string phase) =>
        phase switch
        {
            ScanStatus.Scanning => (scan.DirectoriesScanned, scan.DirectoriesTotal),
            ScanStatus.Caching => (scan.AssetsCached, scan.AssetsQueued),
            ScanStatus.Enriching => (scan.EnrichmentCompleted, scan.EnrichmentQueued),
            _ => (0, 0),
        };

    private sealed class Track
    {
        private readonly Queue<(DateTimeOffset At, long Done)> samples = new();
        private string phase = "";

        public TimeSpan? Remaining { get; private set; }

        public TimeSpan? Observe(string current, long done, long total, DateTimeOffset now)
        {
            if (current != phase)
            {
                samples.Clear();
                phase = current;
            }
            // Commits come up to forty times a second; a second is as fine as the window needs.
            if (samples.Count == 0 || now - samples.Last().At >= TimeSpan.FromSeconds(1))
                samples.Enqueue((now, done));
            while (samples.Count > 2 && now - samples.Peek().At > Window)
                samples.Dequeue();
            var (since, before) = samples.Peek();
            Remaining =
                now - since < Shortest || done - before < FewestUnits
                    ? null
                    : (now - since) * ((double)(total - done) / (done - before));
            return Remaining;
        }
    }
}
