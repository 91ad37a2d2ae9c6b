using System.Text;
using System.Text.Json;

namespace Colophon.Server.Metadata.Input;

/// <summary>What a text somebody sent may hold.</summary>
internal static class InputText
{
    /// <summary>The text as it is stored, or null with what is wrong. An empty text is right: it clears.</summary>
    public static string? Clean(JsonElement json, int maxLength, TextRule rule, out string problem)
    {
        problem = "";
        if (Decode(json, static json => json.GetString()) is not { } sent)
            return Wrong("is not valid Unicode.", out problem);
        var text = sent.ReplaceLineEndings("\n").Replace('\t', ' ').Trim();
        if (text.Length > maxLength)
            return Wrong($"is longer than {maxLength} characters.", out problem);
        if (rule != TextRule.Paragraphs && text.Contains('\n', StringComparison.Ordinal))
            return Wrong("must be one line.", out problem);
        if (text.Any(letter => char.IsControl(letter) && letter != '\n'))
            return Wrong("holds a control character.", out problem);
        if (text.Length == 0)
            return text;
        return rule switch
        {
            TextRule.Language => LanguageTag.Normalise(text)
                ?? Wrong("must be a language tag such as pt-BR.", out problem),
            TextRule.Address => IsAddress(text) ? text : Wrong("must be an http or https address.", out problem),
            _ => text,
        };
    }

    private static string? Wrong(string what, out string problem)
    {
        problem = what;
        return null;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>A member's name; one that no text can hold is a name nobody knows.</summary>
    public static string NameOf(JsonProperty member) => Decode(member, static member => member.Name) ?? "\uFFFD";

    private static string? Decode<T>(T json, Func<T, string?> text)
    {
        try
        {
            return text(json);
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            return null;
        }
    }
}

/// <summary>BCP 47 tags by form and case; whether a language exists is not looked up.</summary>
internal static class LanguageTag
{
    public static string? Normalise(string text)
    {
        var parts = text.Split('-', '_');
        if (
            parts[0].Length is < 2 or > 3
            || parts.Any(part => part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit))
        )
            return null;
        if (!parts[0].All(char.IsAsciiLetter))
            return null;
        var tag = new StringBuilder(parts[0].ToLowerInvariant());
        var special = false;
        foreach (var part in parts.Skip(1))
        {
            tag.Append('-').Append(special ? part.ToLowerInvariant() : Cased(part));
            special |= part.Length == 1;
        }
        return tag.ToString();
    }

    private static string Cased(string part) =>
        part.Length switch
        {
            2 => part.ToUpperInvariant(),
            4 when char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
            _ => part.ToLowerInvariant(),
        };
}
