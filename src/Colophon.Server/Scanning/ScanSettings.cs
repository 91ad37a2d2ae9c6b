using System.Collections.Concurrent;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;

namespace Colophon.Server.Scanning;

/// <summary>What a scan was started with: its options never change, and its library is taken as it is when the scan meets it.</summary>
public sealed record ScanSettings(ScanId Scan, Library Library, ScanOptions Options, IgnoreRules Ignore)
{
    /// <summary>How much of a unit this scan wants to know.</summary>
    public UnitDepth Depth =>
        DeepestOf(Library)
        & ~(Options.SkipAssetDiscovery ? UnitDepth.Assets | UnitDepth.Cached : UnitDepth.Nothing)
        & ~(Options.EnableCaching ? UnitDepth.Nothing : UnitDepth.Cached)
        & ~(Options.SkipFfprobe ? UnitDepth.Streams : UnitDepth.Nothing);

    /// <summary>All there is to know of a unit of the library.</summary>
    public static UnitDepth DeepestOf(Library library) =>
        UnitDepth.Metadata
        | UnitDepth.Assets
        | UnitDepth.Cached
        | (library.Type == LibraryTypes.Book ? UnitDepth.Nothing : UnitDepth.Streams);

    public ScanStep Step => new(Scan, Options.DryRun ? CatalogWrite.RollBack : CatalogWrite.Keep);
}

/// <summary>Settings of the scans that run, so that thousands of small jobs do not ask the database for the same row.</summary>
public sealed class ScanSettingsCache(IDatabase database)
{
    private const int Most = 32;
    private readonly ConcurrentDictionary<long, ScanSettings> known = new();

    /// <summary>Null when the scan or its library is gone.</summary>
    public async Task<ScanSettings?> FindAsync(long scanId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(scanId, out var settings))
            return settings;
        settings = await LoadAsync(scanId, cancellationToken);
        if (settings is null)
            return null;
        if (known.Count >= Most)
            known.Clear();
        return known[scanId] = settings;
    }

    /// <summary>Called when a scan ends or its library changes.</summary>
    public void Forget(long scanId) => known.TryRemove(scanId, out _);

    private Task<ScanSettings?> LoadAsync(long scanId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var scan = ScanRow.Load(connection, null, scanId);
                if (scan is null || await Library.FindAsync(connection, scan.LibraryId) is not { } library)
                    return null;
                var rules = new IgnoreRules(library.Options.IgnorePatterns);
                return new ScanSettings(new ScanId(scanId), library, ScanOptions.FromJson(scan.Options), rules);
            },
            cancellationToken
        );
}
