using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Colophon.Jobs;

namespace Colophon.Server.Libraries;

/// <summary>What a user may set for a library. Stored as JSON; a PATCH merges it key by key.</summary>
public sealed record LibraryOptions
{
    private const int MostPatterns = 200;
    private const int LongestPattern = 500;

    private static readonly JsonSerializerOptions Strict = new(JobJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public IReadOnlyList<string> IgnorePatterns { get; init; } = [];

    public bool WriteSidecars { get; init; }

    public bool AutoEnrich { get; init; } = true;

    public bool AutoSelectAssets { get; init; } = true;

    public EnrichmentMode EnrichmentMode { get; init; } = EnrichmentMode.Full;

    public IReadOnlyList<string> ProviderOrder { get; init; } = [];

    /// <summary>Fields for which other providers come first, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldOrder { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> Languages { get; init; } = [];

    public string? Country { get; init; }

    public bool FillEmptyOnly { get; init; }

    public MissingGuard MissingGuard { get; init; } = new();

    public int TrashDays { get; init; } = 30;

    public bool Watch { get; init; }

    public string? Schedule { get; init; }

    /// <summary>One of <see cref="PublishPrograms"/>.</summary>
    [AllowedValues(PublishPrograms.Off, PublishPrograms.Kodi, PublishPrograms.Jellyfin, PublishPrograms.Plex)]
    public string Publish { get; init; } = PublishPrograms.Off;

    /// <summary>The program to publish for; null for none.</summary>
    [JsonIgnore]
    public string? PublishedFor => PublishPrograms.All.Contains(Publish) ? Publish : null;

    public static LibraryOptions For(string libraryType) => new() { WriteSidecars = libraryType == LibraryTypes.Book };

    public static LibraryOptions Parse(string json) =>
        JsonSerializer.Deserialize<LibraryOptions>(json, JobJson.Options)
        ?? throw new InvalidDataException("A library's options are not an object.");

    public string ToJson() => JsonSerializer.Serialize(this, JobJson.Options);

    /// <summary>
    /// These options with the given keys replaced; inside an object key by key, where null takes a key away. Throws
    /// <see cref="JsonException"/>, its path naming the key, for what does not fit.
    /// </summary>
    public LibraryOptions With(JsonObject changes)
    {
        var all = JsonSerializer.SerializeToNode(this, JobJson.Options)!.AsObject();
        foreach (var (key, value) in changes)
        {
            if (value is JsonObject inner && all[key] is JsonObject outer)
            {
                foreach (var (name, part) in inner)
                {
                    if (part is null)
                        outer.Remove(name);
                    else
                        outer[name] = part.DeepClone();
                }
            }
            else
            {
                all[key] = value?.DeepClone();
            }
        }
        var merged = all.Deserialize<LibraryOptions>(Strict)!;
        merged.Check();
        return merged;
    }

    /// <summary>Whether what is shown would be the same with those.</summary>
    public bool RanksAs(LibraryOptions other) =>
        FillEmptyOnly == other.FillEmptyOnly
        && ProviderOrder.SequenceEqual(other.ProviderOrder)
        && FieldOrder.Count == other.FieldOrder.Count
        && FieldOrder.All(field =>
            other.FieldOrder.TryGetValue(field.Key, out var names) && names.SequenceEqual(field.Value)
        );

    private void Check()
    {
        if (IgnorePatterns is null || IgnorePatterns.Count > MostPatterns)
            throw Wrong("ignore_patterns", $"must be a list of at most {MostPatterns} patterns");
        if (IgnorePatterns.Any(pattern => pattern is null or "" || pattern.Length > LongestPattern))
            throw Wrong("ignore_patterns", $"a pattern must have 1 to {LongestPattern} characters");
        if (ProviderOrder is null || Languages is null)
            throw Wrong(ProviderOrder is null ? "provider_order" : "languages", "must be a list");
        if (FieldOrder is null || FieldOrder.Values.Any(names => names is null))
            throw Wrong("field_order", "must name a list of providers for each field");
        if (MissingGuard is null || MissingGuard.Percent is < 1 or > 100 || MissingGuard.MinItems < 1)
            throw Wrong("missing_guard", "percent must be 1 to 100 and min_items at least 1");
        if (TrashDays is < 0 or > 36_500)
            throw Wrong("trash_days", "must be 0 to 36500");
        if (Publish != PublishPrograms.Off && PublishedFor is null)
            throw Wrong("publish", $"must be {PublishPrograms.Off}, {string.Join(", ", PublishPrograms.All)}");
    }

    private static JsonException Wrong(string key, string text) => new(text, $"$.{key}", null, null);
}

/// <summary>How many items a scan may find missing before it believes the disk rather than itself to be wrong.</summary>
public sealed record MissingGuard
{
    public int Percent { get; init; } = 20;

    public int MinItems { get; init; } = 20;
}

/// <summary>Types of libraries. Persisted.</summary>
public static class LibraryTypes
{
    public const string Book = "book";
    public const string Movie = "movie";
    public const string Tv = "tv";
    public const string Music = "music";

    public static IReadOnlyList<string> All { get; } = [Book, Movie, Tv, Music];
}
