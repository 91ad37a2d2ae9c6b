using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Books;

/// <summary>
/// Tells what kind of identifier a text is, from its prefix (<c>urn:isbn:</c>, <c>amazon:</c>, <c>uuid:</c>), its scheme
/// (<c>opf:scheme</c>, <c>identifier-type</c>) or its form. What nobody knows is kept as <c>other</c>, as it is written.
/// </summary>
public static partial class BookIdentifiers
{
    private const int Limit = 300;

    /// <summary>Null when there is nothing in it.</summary>
    /// <param name="scheme">What the file says about it; may be null.</param>
    public static BookIdentifier? Parse(string? text, string? scheme)
    {
        string value = CleanText.Line(text, Limit);
        if (value.Length == 0)
        {
            return null;
        }

        (string kind, string bare) = Split(value, Kind(scheme));
        return kind switch
        {
            "isbn" => OfIsbn(bare),
            "asin" => OfAsin(bare, value),
            "uuid" => OfUuid(bare) ?? Other(value),
            "goodreads" => bare.All(char.IsAsciiDigit) ? new BookIdentifier("goodreads", bare) : Other(value),
            "google" => GoogleId().IsMatch(bare) ? new BookIdentifier("google", bare) : Other(value),
            "openlibrary" when OpenLibraryId().IsMatch(bare) => new BookIdentifier(
                "openlibrary",
                bare.ToUpperInvariant()
            ),
            "other" or "openlibrary" => Other(value),
            _ => ByForm(value),
        };
    }

    /// <summary>True for a text that says it is an ISBN and has a wrong check digit.</summary>
    public static bool IsWrongIsbn(string? text, string? scheme)
    {
        (string kind, string bare) = Split(CleanText.Line(text, Limit), Kind(scheme));
        return kind == "isbn" && Isbn.Normalise(bare) is null;
    }

    /// <summary>The kind a scheme or prefix stands for; empty when it says nothing.</summary>
    private static string Kind(string? scheme) =>
        (scheme ?? "").Trim().ToLowerInvariant() switch
        {
            "isbn" or "isbn-10" or "isbn-13" or "isbn10" or "isbn13" or "isbn_10" or "isbn_13" => "isbn",
            "02" or "15" => "isbn", // ONIX code list 5
            "asin" or "amazon" or "mobi-asin" or "amazon-asin" => "asin",
            { Length: 9 } country when country.StartsWith("amazon_", StringComparison.Ordinal) => "asin",
            "uuid" or "calibre" or "guid" => "uuid",
            "goodreads" => "goodreads",
            "google" or "google_books" or "googlebooks" => "google",
            "openlibrary" or "olid" => "openlibrary",
            "doi" or "06" or "issn" or "oclc" or "lccn" or "barnesnoble" or "ean" or "jdcn" => "other",
            _ => "",
        };

    private static (string Kind, string Bare) Split(string value, string kind)
    {
        string bare = value;
        if (bare.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            bare = bare[4..];
        }

        Match prefix = Prefix().Match(bare);
        if (prefix.Success && Kind(prefix.Groups[1].Value) is { Length: > 0 } named)
        {
            return (named, bare[prefix.Length..].Trim());
        }

        return (kind, bare.Trim());
    }

    private static BookIdentifier OfIsbn(string bare)
    {
        string compact = Isbn.Compact(bare);
        return Isbn.IsIsbn13(compact) ? new BookIdentifier("isbn_13", compact)
            : Isbn.IsIsbn10(compact) ? new BookIdentifier("isbn_10", compact)
            : Isbn.LooksLikeOne(compact) ? Other(compact)
            : ByForm(bare);
    }

    private static BookIdentifier OfAsin(string bare, string value)
    {
        string upper = bare.ToUpperInvariant();
        return Asin().IsMatch(upper) ? new BookIdentifier("asin", upper) : OfUuid(bare) ?? Other(value);
    }

    private static BookIdentifier? OfUuid(string bare) =>
        Guid.TryParseExact(bare, "D", out Guid guid) || Guid.TryParseExact(bare, "B", out guid)
            ? new BookIdentifier("uuid", guid.ToString("D"))
            : null;

    /// <summary>Forms that leave no doubt: a right ISBN-13, an ISBN-10 with its hyphens, a UUID, an ASIN of a book.</summary>
    private static BookIdentifier ByForm(string value)
    {
        if (OfUuid(value) is { } uuid)
        {
            return uuid;
        }

        if (BookAsin().IsMatch(value))
        {
            return new BookIdentifier("asin", value);
        }

        string compact = Isbn.Compact(value);
        if (Isbn.IsIsbn13(compact))
        {
            return new BookIdentifier("isbn_13", compact);
        }

        return Isbn.IsIsbn10(compact) && value.Count(c => c == '-') == 3
            ? new BookIdentifier("isbn_10", compact)
            : Other(value);
    }

    private static BookIdentifier Other(string value) => new("other", value);

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9_-]{1,20})\\s*[: ]\\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex("^[A-Z0-9]{10}$", RegexOptions.CultureInvariant)]
    private static partial Regex Asin();

    [GeneratedRegex("^B0[0-9A-Z]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex BookAsin();

    [GeneratedRegex("^[A-Za-z0-9_-]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex GoogleId();

    [GeneratedRegex("^OL[0-9]+[MW]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenLibraryId();
}
