using Colophon.Testing.Books;

namespace Colophon.Bench.Demo;

/// <summary>A library of the demo.</summary>
/// <param name="Type">As the server names the type.</param>
/// <param name="Folder">Below the demo's folder.</param>
/// <param name="Contents">What the terminal says it holds.</param>
/// <param name="Write">Writes its files into a folder.</param>
internal sealed record DemoLibrary(
    string Name,
    string Type,
    string Folder,
    string Contents,
    Action<string, CancellationToken> Write
)
{
    /// <summary>One of each type; the books lie where they lay before there were others.</summary>
    public static IReadOnlyList<DemoLibrary> All { get; } =
    [
        new("Demo books", "book", "library", "books", WriteBooks),
        new("Demo movies", "movie", "movies", "movies", (root, _) => DemoMovies.Write(root)),
        new("Demo shows", "tv", "tv", "shows", (root, _) => DemoShows.Write(root)),
        new("Demo music", "music", "music", "music", (root, _) => DemoMusic.Write(root)),
    ];

    private static void WriteBooks(string root, CancellationToken cancellationToken)
    {
        BookFolders.Write(root, DemoBooks.Plans(), cancellationToken);
        DemoBooks.WriteDamaged(root);
        DemoComics.Write(root);
    }
}
