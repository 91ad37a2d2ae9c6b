using System.Text.Json;

namespace Colophon.Formats.Sidecar;

/// <summary>Texts out of JSON, where an escaped half of a surrogate pair is no text at all.</summary>
internal static class SidecarText
{
    public static string? Of(JsonElement json) => Decode(json, static json => json.GetString());

    public static string? NameOf(JsonProperty member) => Decode(member, static member => member.Name);

    /// <summary>Whether all texts in a value can be decoded. Its depth was bounded when it was parsed.</summary>
    public static bool IsSound(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => Of(json) is not null,
            JsonValueKind.Array => json.EnumerateArray().All(IsSound),
            JsonValueKind.Object => json.EnumerateObject()
                .All(member => NameOf(member) is not null && IsSound(member.Value)),
            _ => true,
        };

    private static string? Decode<T>(T json, Func<T, string?> text)
    {
        try
        {
            return text(json);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
