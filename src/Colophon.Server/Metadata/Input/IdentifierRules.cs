namespace Colophon.Server.Metadata.Input;

/// <summary>What identifiers of books look like, and the one way each is written.</summary>
internal static class IdentifierRules
{
    public static readonly string[] Types = ["isbn_13", "isbn_10", "asin", "uuid", "goodreads", "google", "other"];

    /// <summary>Null when the value is none of its type. Of <c>other</c> everything is taken as it is.</summary>
    public static string? Normalise(string type, string value)
    {
        switch (type)
        {
            case "isbn_13":
                var isbn = Compact(value);
                return IsIsbn13(isbn) ? isbn : null;
            case "isbn_10":
                isbn = Compact(value);
                return IsIsbn10(isbn) ? isbn : null;
            case "asin":
                var asin = value.ToUpperInvariant();
                return asin.Length == 10 && asin.All(char.IsAsciiLetterOrDigit) ? asin : null;
            case "uuid":
                return Guid.TryParse(value.Replace("urn:uuid:", "", StringComparison.OrdinalIgnoreCase), out var uuid)
                    ? uuid.ToString("D")
                    : null;
            default:
                return value;
        }
    }

    private static string Compact(string value) =>
        value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static bool IsIsbn13(string isbn)
    {
        if (
            isbn.Length != 13
            || !isbn.All(char.IsAsciiDigit)
            || !(isbn.StartsWith("978", StringComparison.Ordinal) || isbn.StartsWith("979", StringComparison.Ordinal))
        )
            return false;
        var sum = 0;
        for (var i = 0; i < isbn.Length; i++)
            sum += (isbn[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return sum % 10 == 0;
    }

    private static bool IsIsbn10(string isbn)
    {
        if (
            isbn.Length != 10
            || !isbn.AsSpan(0, 9).ToArray().All(char.IsAsciiDigit)
            || !(char.IsAsciiDigit(isbn[9]) || isbn[9] == 'X')
        )
            return false;
        var sum = 0;
        for (var i = 0; i < isbn.Length; i++)
            sum += (isbn[i] == 'X' ? 10 : isbn[i] - '0') * (10 - i);
        return sum % 11 == 0;
    }
}
