namespace Colophon.Testing.Books;

/// <summary>Writes planned books as a library folder.</summary>
public static class BookFolders
{
    /// <summary>Writes each book into its own folder below <paramref name="root"/>, on all processors.</summary>
    public static void Write(string root, IEnumerable<BookPlan> books, CancellationToken cancellationToken) =>
        Parallel.ForEach(
            books,
            new ParallelOptions { CancellationToken = cancellationToken },
            book => Write(root, book)
        );

    private static void Write(string root, BookPlan book)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, book.Folder)).FullName;
        File.WriteAllBytes(Path.Combine(folder, $"{BookPlan.FileName(book.Title)}.epub"), book.ToEpub());
        if (book.FolderCover is not null)
            File.WriteAllBytes(Path.Combine(folder, "cover.png"), book.FolderCover);
    }
}
