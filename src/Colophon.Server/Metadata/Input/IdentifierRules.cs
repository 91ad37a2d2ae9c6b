using System.Text.RegularExpressions;
using Colophon.Formats.Books;

namespace Colophon.Server.Metadata.Input;

/// <summary>What identifiers look like, and the one way each is written.</summary>
internal static partial class IdentifierRules
{
    public static readonly string[] OfBooks =
    [
        "isbn_13",
        "isbn_10",
        "asin",
        "uuid",
        "goodreads",
        "google",
        "openlibrary",
        "other",
    ];

    /// <summary>
    /// Null for a type that the field takes. Where the field lists none there are as many as there are places that describe such things,
    /// and an edit gives back what an NFO file said.
    /// </summary>
    public static string? RefusalOf(string type, Field field)
    {
        if (field.IdentifierTypes is { Count: > 0 } types)
            return types.Contains(type) ? null : $"must be one of {string.Join(", ", types)}.";
        return Provider().IsMatch(type) ? null : "must be a word of small letters, digits and _, such as tmdb.";
    }

    /// <summary>Null when the value is none of its type. Of <c>other</c> everything is taken as it is.</summary>
    public static string? Normalise(string type, string value) =>
        type switch
        {
            "isbn_13" => Isbn.Normalise(value) is { Length: 13 } isbn ? isbn : null,
            "isbn_10" => Isbn.Normalise(value) is { Length: 10 } isbn ? isbn : null,
            "asin" => Asin(value.ToUpperInvariant()),
            "uuid" => Uuid(value),
            "imdb" => Imdb().IsMatch(value) ? value.ToLowerInvariant() : null,
            "openlibrary" => OpenLibrary().IsMatch(value) ? value.ToUpperInvariant() : null,
            "tmdb" or "tvdb" => value.All(char.IsAsciiDigit) ? value : null,
            _ => value,
        };

    private static string? Asin(string value) =>
        value.Length == 10 && value.All(char.IsAsciiLetterOrDigit) ? value : null;

    private static string? Uuid(string value) =>
        Guid.TryParse(value.Replace("urn:uuid:", "", StringComparison.OrdinalIgnoreCase), out var uuid)
            ? uuid.ToString("D")
            : null;

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex Provider();

    /// <summary>Works and editions.</summary>
    [GeneratedRegex("^OL[0-9]+[MW]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenLibrary();

    /// <summary>Titles and people.</summary>
    [GeneratedRegex("^(tt|nm)[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Imdb();
}
