using System.Text.Json;

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

    /// <summary>The options, or null with <paramref name="errors"/> filled: field (<c>data.force</c>) to what is wrong with it.</summary>
    public static ScanOptions? Parse(JsonElement data, IDictionary<string, string[]> errors)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            errors["data"] = ["must be an object"];
            return null;
        }
        var options = new ScanOptions();
        foreach (var property in data.EnumerateObject())
        {
            var name = $"data.{property.Name}";
            if (!Fields.TryGetValue(property.Name, out var field))
                errors[name] = ["unknown field"];
            else
                options = Read(options, field, property.Value, name, errors);
        }
        return errors.Count == 0 ? options : null;
    }

    private static ScanOptions Read(
        ScanOptions options,
        Field field,
        JsonElement value,
        string name,
        IDictionary<string, string[]> errors
    )
    {
        try
        {
            return field(options, value);
        }
        catch (FormatException wrong)
        {
            errors[name] = [wrong.Message];
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
