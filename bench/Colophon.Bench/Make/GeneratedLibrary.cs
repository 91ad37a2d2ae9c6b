using Colophon.Bench.Make.Films;
using Colophon.Bench.Make.Music;
using Colophon.Testing.Books;

namespace Colophon.Bench.Make;

/// <summary>A folder with <c>books/</c>, <c>movies/</c>, <c>tv/</c>, <c>music/</c> and <c>manifest.json</c>.</summary>
internal static class GeneratedLibrary
{
    /// <summary>Makes the library where it is not there yet: the manifest is written last.</summary>
    public static async Task EnsureAsync(
        string folder,
        LibraryContents contents,
        PictureSize pictures,
        CancellationToken cancellationToken
    )
    {
        if (await Manifest.TellsOfAsync(folder, contents, cancellationToken))
            return;
        Console.WriteLine($"making a library of {contents} in {folder}");
        await WriteAsync(folder, contents, pictures, cancellationToken);
    }

    public static async Task WriteAsync(
        string folder,
        LibraryContents contents,
        PictureSize size,
        CancellationToken cancellationToken
    )
    {
        var (made, pictures) = (new MadeFolder(folder), new Pictures(size));
        BookFolders.Write(
            Path.Combine(folder, "books"),
            GeneratedBooks.Plans(contents.Books, pictures.Covers),
            cancellationToken
        );
        var movies = GeneratedMovies.Write(made, contents.Movies, pictures, cancellationToken);
        var (shows, episodes) = GeneratedShows.Write(made, contents.Episodes, pictures, cancellationToken);
        var (albums, tracks) = GeneratedAlbums.Write(made, contents.Tracks, pictures, cancellationToken);
        var books = GeneratedBooks.Plans(contents.Books, pictures.Covers).Select(Manifest.Entry);
        Directory.CreateDirectory(folder);
        await Manifest.WriteAsync(
            folder,
            new(contents, new(shows, albums), new(books, movies, episodes, tracks)),
            cancellationToken
        );
    }
}
