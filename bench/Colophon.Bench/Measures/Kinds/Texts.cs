using System.Globalization;
using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>Values of JSON as texts that are equal when the values are.</summary>
internal static class Texts
{
    public static string? Text(JsonNode? value) => (string?)value;

    public static string? Number(JsonNode? number) =>
        number switch
        {
            null => null,
            JsonValue value when value.TryGetValue<double>(out var found) => found.ToString(
                CultureInfo.InvariantCulture
            ),
            _ => double.TryParse((string?)number, CultureInfo.InvariantCulture, out var parsed)
                ? parsed.ToString(CultureInfo.InvariantCulture)
                : (string?)number,
        };

    /// <summary>To a number of places behind the point: lengths are measured differently in the last.</summary>
    public static string? Rounded(JsonNode? number, int places) =>
        number is null ? null : Math.Round((double)number, places).ToString(CultureInfo.InvariantCulture);

    public static string? Series(string? name, string? number) => name is null ? null : $"{name} #{number}";

    public static string? Joined(JsonNode? list) => Joined(list, Text);

    public static string? Joined(JsonNode? list, Func<JsonNode, string?> name) =>
        list is null ? null : string.Join("; ", list.AsArray().Select(entry => name(entry!)).OfType<string>());
}
