using System.Text.Json;
using Colophon.Jobs;

namespace Colophon.Server.Scanning;

/// <summary>Of one asset type in one scan: how many were queued, and how many of those have ended.</summary>
public sealed record AssetCounts(long Cached, long Queued)
{
    /// <summary>The document in <c>scans.assets_by_type</c>: <c>{"cover": {"cached": 1, "queued": 2}}</c>.</summary>
    public static SortedDictionary<string, AssetCounts> Read(string json) =>
        new(
            JsonSerializer.Deserialize<Dictionary<string, AssetCounts>>(json, JobJson.Options) ?? [],
            StringComparer.Ordinal
        );

    public static string Write(IReadOnlyDictionary<string, AssetCounts> counts) =>
        JsonSerializer.Serialize(counts, JobJson.Options);
}
