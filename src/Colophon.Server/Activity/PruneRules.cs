namespace Colophon.Server.Activity;

/// <summary>How long what has ended is kept.</summary>
public static class PruneRules
{
    /// <summary>Completed units of a scan, after the scan's end.</summary>
    public static readonly TimeSpan Units = TimeSpan.FromHours(24);

    /// <summary>Beyond so many completed units those of ended scans go at once.</summary>
    public const long MostUnits = 200_000;

    /// <summary>Jobs that failed or were cancelled, and what people started.</summary>
    public static readonly TimeSpan Jobs = TimeSpan.FromDays(30);

    /// <summary>Answers of providers, after the time for which they are good.</summary>
    public static readonly TimeSpan Responses = TimeSpan.FromDays(7);

    /// <summary>Runs of publishing, for which they can be taken back, with what they replaced.</summary>
    public static readonly TimeSpan PublishRuns = TimeSpan.FromDays(90);

    /// <summary>Scans a library; with them go their jobs, errors and items.</summary>
    public const int ScansOfALibrary = 500;
}
