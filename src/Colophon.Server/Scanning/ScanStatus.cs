namespace Colophon.Server.Scanning;

/// <summary>Where a scan stands: its four phases in order, then how it ended. Persisted and sent as these texts.</summary>
public static class ScanStatus
{
    public const string Discovering = "discovering";
    public const string Scanning = "scanning";
    public const string Caching = "caching";
    public const string Enriching = "enriching";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } =
    [Discovering, Scanning, Caching, Enriching, Completed, Failed, Cancelled];

    public static bool HasEnded(string status) => status is Completed or Failed or Cancelled;
}
