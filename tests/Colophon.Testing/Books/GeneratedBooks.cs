namespace Colophon.Testing.Books;

/// <summary>As many books as one likes, the same for the same count: for measuring and for breaking.</summary>
public static class GeneratedBooks
{
    private const int BooksOfAnAuthor = 5;
    private const int FirstYear = 1900;
    private const int Years = 120;

    /// <summary>Books number 0 to <paramref name="count"/> - 1, each with another cover.</summary>
    public static IEnumerable<BookPlan> Plans(int count, CoverPool covers) =>
        Enumerable.Range(0, count).Select(number => Plan(number, covers));

    private static BookPlan Plan(int number, CoverPool covers)
    {
        var author = number / BooksOfAnAuthor;
        var (first, last) = GeneratedNames.Person(author);
        var place = number % BooksOfAnAuthor;
        return new BookPlan
        {
            Title = GeneratedNames.Title(number),
            Credits = [new($"{first} {last}", $"{last}, {first}")],
            Series = place < BooksOfAnAuthor - 1 ? $"The {GeneratedNames.Noun(author)} of {last}" : null,
            Number = place < BooksOfAnAuthor - 1 ? place + 1 : null,
            Published = $"{FirstYear + (number % Years)}-{(number % 12) + 1:00}-{(number % 28) + 1:00}",
            Publisher = $"{GeneratedNames.Noun(number / 50)} Press",
            Isbn = Isbn13(number),
            Subjects = GeneratedNames.Genres(number),
            Description = $"Book {number + 1}. By morning the ferry was gone & the whole town had an opinion.",
            Version = number % 3 == 0 ? EpubVersion.Two : EpubVersion.Three,
            Cover = covers.Cover(number),
        };
    }

    /// <summary>A valid ISBN that is nobody's: of the prefix 979-0 that belongs to printed music.</summary>
    public static string Isbn13(int number)
    {
        var digits = $"9790{number:00000000}";
        var sum = digits.Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 1 : 3)).Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }
}
