using System.Globalization;
using Colophon.Testing;
using Colophon.Testing.Books;
using Colophon.Testing.Loopback;

namespace Colophon.Bench.Demo;

/// <summary>The books of <c>demo-books.tsv</c>, with what real libraries have too: some without a cover, one damaged.</summary>
internal static class DemoBooks
{
    private const string Table = "demo-books.tsv";
    private const int CoverWidth = 400;
    private const int CoverHeight = 600;
    private const int EveryThatHasNoCover = 17;
    private const int TheOneWithTwoCovers = 20;

    public static IReadOnlyList<BookPlan> Plans() => [.. DemoTable.Rows(Table).Select(Plan)];

    /// <summary>The book as a provider knows it.</summary>
    public static LoopbackBook Known(BookPlan book) =>
        new(book.Title, [.. book.Credits.Select(credit => credit.Name)])
        {
            Isbn = book.Isbn,
            Year = int.TryParse(book.Published, CultureInfo.InvariantCulture, out var year) ? year : 1900,
            Description = book.Description,
            Subjects = [.. book.Subjects],
        };

    /// <summary>A download that broke off.</summary>
    public static void WriteDamaged(string root)
    {
        var whole = EpubBuilder.Titled("The Mystery of Edwin Drood").By("Charles Dickens", "Dickens, Charles").Build();
        var folder = Directory.CreateDirectory(Path.Combine(root, "Charles Dickens", "The Mystery of Edwin Drood"));
        File.WriteAllBytes(
            Path.Combine(folder.FullName, "The Mystery of Edwin Drood.epub"),
            whole[..(whole.Length / 3)]
        );
    }

    private static BookPlan Plan(string[] row, int index) =>
        row is [var authors, var title, var series, var number, var language, var year, var subjects, var description]
            ? new BookPlan
            {
                Title = title,
                Credits = [.. authors.Split(';').Select(Credit)],
                Series = Text(series),
                Number = number.Length > 0 ? double.Parse(number, CultureInfo.InvariantCulture) : null,
                Language = language,
                Published = Text(year),
                Subjects = subjects.Split(','),
                Description = description,
                Publisher = "Public Domain Press",
                Isbn = GeneratedBooks.Isbn13(index),
                Version = index % 3 == 0 ? EpubVersion.Two : EpubVersion.Three,
                Cover = index % EveryThatHasNoCover == EveryThatHasNoCover - 1 ? null : Picture(index),
                FolderCover = index == TheOneWithTwoCovers ? Picture(index + 1000) : null,
            }
            : throw DemoTable.Wrong(Table, index, 8);

    private static BookCredit Credit(string author) =>
        author.Split('=') is [var name, var fileAs] ? new(name, fileAs) : new(author);

    private static byte[] Picture(int seed) => TinyPng.Cover(CoverWidth, CoverHeight, seed);

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;
}
