using System.CommandLine;

namespace Colophon.Bench.Make;

/// <summary><c>make OUT --books N --movies N</c>: a library of made things with a manifest of what each one says.</summary>
internal static class MakeCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "Where the library goes" };

    private static readonly Option<int> Books = Count("--books", "books");

    private static readonly Option<int> Movies = Count("--movies", "movies");

    private static readonly Option<int> Episodes = Count("--episodes", "episodes; a show has twenty");

    private static readonly Option<int> Tracks = Count("--tracks", "tracks; an album has twelve");

    public static Command Create()
    {
        var command = new Command("make", "Make a library of books, movies, shows and music with a manifest.")
        {
            Folder,
            Books,
            Movies,
            Episodes,
            Tracks,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var folder = parsed.GetRequiredValue(Folder);
                var contents = new LibraryContents(
                    parsed.GetValue(Books),
                    parsed.GetValue(Movies),
                    parsed.GetValue(Episodes),
                    parsed.GetValue(Tracks)
                );
                await GeneratedLibrary.WriteAsync(folder, contents, PictureSize.Real, cancellationToken);
                Console.WriteLine($"{contents} in {folder}");
            }
        );
        return command;
    }

    private static Option<int> Count(string name, string what) => new(name) { Description = $"How many {what}" };
}
