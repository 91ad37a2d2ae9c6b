using System.Text.Json;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Server.Metadata.Input;

/// <summary>Text somebody sent, cleaned as text from files is.</summary>
internal static class InputText
{
    /// <summary>The text as it is stored, or null with what is wrong. An empty text is right: it clears.</summary>
    public static string? Clean(JsonElement json, int maxLength, TextRule rule, out string problem)
    {
        problem = "";
        if (Decode(json, static json => json.GetString()) is not { } sent)
            return Wrong("is not valid Unicode.", out problem);
        if (sent.Length > maxLength)
            return Wrong($"is longer than {maxLength} characters.", out problem);
        if (rule == TextRule.Paragraphs)
            return SafeHtml.Clean(sent, maxLength) ?? "";
        var text = CleanText.Line(sent, maxLength);
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

    /// <summary>A member's name; one that no text can hold is a name nobody knows.</summary>
    public static string NameOf(JsonProperty member) => Decode(member, static member => member.Name) ?? "\uFFFD";

    private static string? Wrong(string what, out string problem)
    {
        problem = what;
        return null;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

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
