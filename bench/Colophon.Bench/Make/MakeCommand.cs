using System.CommandLine;

namespace Colophon.Bench.Make;

/// <summary><c>make OUT --books N</c>: a library of generated books with a manifest of what each one says.</summary>
internal static class MakeCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "Where the library goes" };

    private static readonly Option<int> Books = new("--books")
    {
        Description = "How many books",
        DefaultValueFactory = _ => 2000,
    };

    public static Command Create()
    {
        var command = new Command("make", "Make a library of generated books with a manifest.") { Folder, Books };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var folder = parsed.GetRequiredValue(Folder);
                var books = parsed.GetValue(Books);
                await GeneratedLibrary.WriteAsync(folder, books, CoverSize.Real, cancellationToken);
                Console.WriteLine($"{books:N0} books in {folder}");
            }
        );
        return command;
    }
}
