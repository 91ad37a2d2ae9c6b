using System.Text.Json;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Libraries;

/// <summary>Reads the <c>data</c> of a request for a scan. Every field is named that is unknown or of the wrong type.</summary>
public static class ScanOptionsParser
{
    private delegate ScanOptions Field(ScanOptions options, JsonElement value);

    private static readonly Dictionary<string, Field> Fields = new(StringComparer.Ordinal)
    {
        ["enable_caching"] = (options, value) => options with { EnableCaching = Flag(value) },
        ["enable_enrichment"] = (options, value) => options with { EnableEnrichment = OrNull(value, Flag) },
        ["skip_asset_discovery"] = (options, value) => options with { SkipAssetDiscovery = Flag(value) },
        ["skip_ffprobe"] = (options, value) => options with { SkipFfprobe = Flag(value) },
        ["max_directories"] = (options, value) => options with { MaxDirectories = OrNull(value, Count) },
        ["enrichment_mode"] = (options, value) => options with { EnrichmentMode = OrNull(value, Mode) },
        ["force"] = (options, value) => options with { Force = Flag(value) },
        ["path"] = (options, value) => options with { Path = Text(value) },
        ["dry_run"] = (options, value) => options with { DryRun = Flag(value) },
    };

    /// <summary>The options; what is wrong goes to <paramref name="errors"/>, by field (<c>data.force</c>).</summary>
    public static ScanOptions Parse(JsonElement data, FieldErrors errors)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            errors.Add("data", "data must be an object.");
            return new ScanOptions();
        }
        var options = new ScanOptions();
        foreach (var property in data.EnumerateObject())
        {
            var name = $"data.{property.Name}";
            if (!Fields.TryGetValue(property.Name, out var field))
                errors.Add(name, $"There is no field {name}.");
            else
                options = Read(options, field, property.Value, name, errors);
        }
        return options;
    }

    private static ScanOptions Read(
        ScanOptions options,
        Field field,
        JsonElement value,
        string name,
        FieldErrors errors
    )
    {
        try
        {
            return field(options, value);
        }
        catch (FormatException wrong)
        {
            errors.Add(name, $"{name} {wrong.Message}.");
            return options;
        }
    }

    private static bool Flag(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new FormatException("must be true or false"),
        };

    private static long Count(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count >= 1
            ? count
            : throw new FormatException("must be a whole number of at least 1, or null");

    private static EnrichmentMode Mode(JsonElement value) =>
        (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
        {
            "full" => EnrichmentMode.Full,
            "none" => EnrichmentMode.None,
            "metadata-only" => EnrichmentMode.MetadataOnly,
            _ => throw new FormatException("must be full, none or metadata-only"),
        };

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when value.GetString() is { Length: > 0 } text && !text.Contains('\0') => text,
            _ => throw new FormatException("must be a path, or null"),
        };

    private static T? OrNull<T>(JsonElement value, Func<JsonElement, T> read)
        where T : struct => value.ValueKind == JsonValueKind.Null ? null : read(value);
}
