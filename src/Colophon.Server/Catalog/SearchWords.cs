using System.Text;
using Colophon.Formats.Books;
using Colophon.Formats.Text;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>The words under which items are found, cut in one way for the index and for what people type.</summary>
internal static class SearchWords
{
    /// <summary>Digits that begin every ISBN-13.</summary>
    private const string BooksellersPrefix = "97";

    /// <summary>The words to index: each once. An ISBN-10 is found under its ISBN-13 as well.</summary>
    public static string Index(IEnumerable<string?> texts, IEnumerable<string> identifiers) =>
        string.Join(
            ' ',
            texts
                .Concat(identifiers.SelectMany(value => new[] { value, Isbn.ToIsbn13(value) }))
                // One name often stands in several places: as it is spelled, as it is shown, of the book and of the file.
                .Distinct(StringComparer.Ordinal)
                .SelectMany(TextKeys.IndexTokens)
                .Distinct(StringComparer.Ordinal)
        );

    /// <summary>What to look for: all words, the last by its beginning. Null when there is no word in it.</summary>
    public static string? Query(string? text) => SearchIndex.Query(TextKeys.Tokens(WithWholeIsbns(text ?? "")));

    // "978-0-306-40615-7" and "0 306 40615 2" are one word in the index.
    private static string WithWholeIsbns(string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var whole = new StringBuilder();
        for (var i = 0; i < parts.Length; )
        {
            var (isbn, length) = IsbnAt(parts, i);
            whole.Append(isbn ?? Unfinished(parts[i])).Append(' ');
            i += length;
        }
        return whole.ToString();
    }

    private static (string? Isbn, int Length) IsbnAt(string[] parts, int start)
    {
        var joined = "";
        for (var end = start; end < parts.Length && end < start + 5 && IsNumber(parts[end]); end++)
        {
            joined += parts[end];
            if (Isbn.ToIsbn13(joined) is { } isbn)
                return (isbn, end - start + 1);
        }
        return (null, 1);
    }

    /// <summary>An ISBN that is still being typed.</summary>
    private static string Unfinished(string part) =>
        IsNumber(part) && part.StartsWith(BooksellersPrefix, StringComparison.Ordinal) ? Isbn.Compact(part) : part;

    private static bool IsNumber(string part) =>
        char.IsAsciiDigit(part[0])
        && Isbn.Compact(part) is { Length: > 0 } compact
        && compact.All(c => char.IsAsciiDigit(c) || c == 'X');
}
