using System.Globalization;
using System.Text.Json;

namespace Colophon.Server.Providers;

/// <summary>
/// Reads answers as providers write them: what is absent, null, empty or of another type counts as not said, numbers may stand as text.
/// </summary>
public static class ProviderJson
{
    /// <summary>A member, or an element of kind Undefined.</summary>
    public static JsonElement At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>A member of a member of ...</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            element = element.At(name);
        return element;
    }

    /// <summary>Trimmed; null when there is none. A number is taken as it is written.</summary>
    public static string? Text(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String when Unescaped(element).Trim() is { Length: > 0 } text => text,
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };

    public static string? Text(this JsonElement element, string name) => element.At(name).Text();

    public static double? Number(this JsonElement element, string name) =>
        element.Text(name) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    public static int? Integer(this JsonElement element, string name) =>
        element.Number(name) is { } number and >= int.MinValue and <= int.MaxValue && number == Math.Truncate(number)
            ? (int)number
            : null;

    public static bool Flag(this JsonElement element, string name) => element.At(name).ValueKind == JsonValueKind.True;

    /// <summary>The entries of a list; none when it is no list.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element.List(name).Select(entry => entry.Text()).OfType<string>();

    /// <summary>The year that a date begins with.</summary>
    public static int? Year(this JsonElement element, string name) =>
        element.Text(name) is { Length: >= 4 } date
        && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year > 0
            ? year
            : null;

    /// <summary>An address that begins with http; null for anything else.</summary>
    public static Uri? Address(this JsonElement element, string name) =>
        Uri.TryCreate(element.Text(name), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : null;

    /// <summary>Empty when half a character is escaped in it; without the character that no database takes.</summary>
    private static string Unescaped(JsonElement element)
    {
        try
        {
            return element.GetString()!.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
