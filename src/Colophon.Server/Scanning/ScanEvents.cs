namespace Colophon.Server.Scanning;

/// <summary>Names of the live events of a scan.</summary>
public static class ScanEvents
{
    public const string Progress = "scan:progress";
    public const string Phase = "scan:phase";
    public const string Completed = "scan:completed";
    public const string LibraryReady = "library:ready";
}

/// <summary>Payload of <see cref="ScanEvents.Phase"/>.</summary>
public sealed record ScanPhaseChanged(long ScanJobId, long LibraryId, string Phase);

/// <summary>Payload of <see cref="ScanEvents.Completed"/>, also for failed and cancelled scans.</summary>
public sealed record ScanEnded(long ScanJobId, long LibraryId, string Status, long DurationMs);

/// <summary>Payload of <see cref="ScanEvents.LibraryReady"/>: scanning has ended, caching and enriching go on.</summary>
public sealed record LibraryIsReady(long LibraryId, long ScanJobId);
