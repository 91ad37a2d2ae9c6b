using Colophon.Formats.Books;

namespace Colophon.Server.Metadata.Input;

/// <summary>What identifiers of books look like, and the one way each is written.</summary>
internal static class IdentifierRules
{
    public static readonly string[] Types = ["isbn_13", "isbn_10", "asin", "uuid", "goodreads", "google", "other"];

    /// <summary>Null when the value is none of its type. Of <c>other</c> everything is taken as it is.</summary>
    public static string? Normalise(string type, string value) =>
        type switch
        {
            "isbn_13" => Isbn.Normalise(value) is { Length: 13 } isbn ? isbn : null,
            "isbn_10" => Isbn.Normalise(value) is { Length: 10 } isbn ? isbn : null,
            "asin" => Asin(value.ToUpperInvariant()),
            "uuid" => Uuid(value),
            _ => value,
        };

    private static string? Asin(string value) =>
        value.Length == 10 && value.All(char.IsAsciiLetterOrDigit) ? value : null;

    private static string? Uuid(string value) =>
        Guid.TryParse(value.Replace("urn:uuid:", "", StringComparison.OrdinalIgnoreCase), out var uuid)
            ? uuid.ToString("D")
            : null;
}
