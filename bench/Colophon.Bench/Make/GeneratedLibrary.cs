using Colophon.Testing.Books;

namespace Colophon.Bench.Make;

/// <summary>How big the covers of a generated library are.</summary>
internal enum CoverSize
{
    /// <summary>A few hundred bytes: where only the number of books counts.</summary>
    Tiny,

    /// <summary>600 x 900, as bought books have them.</summary>
    Real,
}

/// <summary>A folder with <c>books/</c> and <c>manifest.json</c>.</summary>
internal static class GeneratedLibrary
{
    public static string BooksFolder(string folder) => Path.Combine(folder, "books");

    /// <summary>Makes the library where it is not there yet: the manifest is written last.</summary>
    public static async Task EnsureAsync(
        string folder,
        int books,
        CoverSize covers,
        CancellationToken cancellationToken
    )
    {
        if (new FileInfo(Manifest.PathIn(folder)).Exists)
            return;
        Console.WriteLine($"making a library of {books:N0} books in {folder}");
        await WriteAsync(folder, books, covers, cancellationToken);
    }

    public static async Task WriteAsync(string folder, int books, CoverSize covers, CancellationToken cancellationToken)
    {
        var pool = covers is CoverSize.Real ? new CoverPool(600, 900, 24) : new CoverPool(20, 30, 8);
        BookFolders.Write(BooksFolder(folder), GeneratedBooks.Plans(books, pool), cancellationToken);
        var entries = GeneratedBooks.Plans(books, pool).Select(Manifest.Entry);
        await Manifest.WriteAsync(folder, entries, cancellationToken);
    }
}
