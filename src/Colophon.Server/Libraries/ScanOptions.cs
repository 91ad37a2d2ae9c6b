using System.Text.Json;
using System.Text.Json.Serialization;
using Colophon.Jobs;

namespace Colophon.Server.Libraries;

/// <summary>What a provider may be asked for during a scan.</summary>
public enum EnrichmentMode
{
    /// <summary>No provider jobs.</summary>
    None,

    /// <summary>Metadata, no pictures.</summary>
    [JsonStringEnumMemberName("metadata-only")]
    MetadataOnly,

    /// <summary>Everything.</summary>
    Full,
}

/// <summary>
/// How a scan is to be done: the data of a scan job and <c>scans.options</c>. Of a global job <see cref="EnableEnrichment"/> and
/// <see cref="EnrichmentMode"/> stay null, as each library fills in its own.
/// </summary>
public sealed record ScanOptions
{
    /// <summary>False: assets are recorded, none queued.</summary>
    public bool EnableCaching { get; init; } = true;

    /// <summary>Null = as the library's <c>auto_enrich</c> says.</summary>
    public bool? EnableEnrichment { get; init; }

    public bool SkipAssetDiscovery { get; init; }

    /// <summary>True: no stream facts, whichever reader.</summary>
    public bool SkipFfprobe { get; init; }

    /// <summary>Only the first N units that need reading; null = all.</summary>
    public long? MaxDirectories { get; init; }

    /// <summary>Null = as the library says.</summary>
    public EnrichmentMode? EnrichmentMode { get; init; }

    /// <summary>Reads also what has not changed.</summary>
    public bool Force { get; init; }

    /// <summary>Relative to a root, or absolute inside one; null = all roots.</summary>
    public string? Path { get; init; }

    /// <summary>Reads, counts and reports; stores nothing in catalog or cache.</summary>
    public bool DryRun { get; init; }

    /// <summary>Only the units in the error list of the scan that this one retries.</summary>
    public bool OnlyFailed { get; init; }

    public static ScanOptions FromJson(string json) =>
        JsonSerializer.Deserialize<ScanOptions>(json, JobJson.Options) ?? new ScanOptions();

    public string ToJson() => JsonSerializer.Serialize(this, JobJson.Options);

    /// <summary>With what the library says where the request said nothing.</summary>
    public ScanOptions WithDefaults(LibraryScanDefaults library) =>
        this with
        {
            EnableEnrichment = EnableEnrichment ?? library.AutoEnrich,
            EnrichmentMode = EnrichmentMode ?? library.EnrichmentMode,
        };
}

/// <summary>What a library's options say about scans of it.</summary>
public sealed record LibraryScanDefaults(bool AutoEnrich = true, EnrichmentMode EnrichmentMode = EnrichmentMode.Full);
