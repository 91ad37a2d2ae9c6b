using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Movies;

/// <summary>One film as it lies in a folder: a file, a stack of parts, or a disc.</summary>
/// <param name="Stem">What it is called, without the mark of a part; empty for a disc that is called nothing.</param>
internal sealed record MovieEntry(
    MovieVersionKind Kind,
    string Stem,
    IReadOnlyList<string> Files,
    string? StubSource = null
);

/// <summary>Finds files and folders that are the parts of one film.</summary>
internal static class MovieStacks
{
    private const int LetterLimit = 4;

    /// <summary>The films of a list of files, in the order of their names.</summary>
    public static List<MovieEntry> Of(IEnumerable<MovieFile> files)
    {
        var parts = new Dictionary<string, Stack>(StringComparer.OrdinalIgnoreCase);
        var entries = new List<MovieEntry>();
        foreach (MovieFile file in files.OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase))
        {
            string stem = MovieFileTypes.Stem(file.Name);
            Match match = MovieRules.Part.Pattern!.Match(stem);
            bool isPart =
                match.Success && MovieFileTypes.Of(file.Name) is MovieFileType.Video or MovieFileType.DiscImage;
            if (
                !isPart
                || !Stack.In(parts, stem[..match.Index], match.Groups["letter"].Success).TryAdd(match, file.Name)
            )
            {
                entries.Add(Single(file));
            }
        }

        foreach (Stack stack in parts.Values)
        {
            entries.AddRange(stack.ToEntries());
        }

        return [.. entries.OrderBy(entry => entry.Files[0], StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The films of folders that are parts: cd1 and cd2, Title (Disc 1) and Title (Disc 2).</summary>
    public static List<MovieEntry> OfFolders(IEnumerable<(MovieSubfolder Folder, string Main)> folders)
    {
        var stacks = folders
            .Select(entry => (entry.Main, Part: MovieFolderNames.PartOf(entry.Folder.Name)))
            .Where(entry => entry.Part is not null)
            .GroupBy(entry => entry.Part!.Value.Prefix.Trim(), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. stacks.Select(stack => new MovieEntry(
                MovieVersionKind.Files,
                stack.Key,
                [.. stack.OrderBy(entry => entry.Part!.Value.Part).Select(entry => entry.Main)]
            )),
        ];
    }

    private static MovieEntry Single(MovieFile file)
    {
        MovieFileType type = MovieFileTypes.Of(file.Name);
        MovieVersionKind kind =
            type == MovieFileType.Stub ? MovieVersionKind.Stub
            : type == MovieFileType.DiscImage ? MovieVersionKind.DiscImage
            : MovieVersionKind.Files;
        return new MovieEntry(kind, MovieFileTypes.Stem(file.Name), [file.Name], MovieFileTypes.StubSource(file.Name));
    }

    /// <summary>Files of one name with marks of one sort: numbers and letters do not mix.</summary>
    private sealed class Stack(string stem, bool areLetters)
    {
        private readonly SortedDictionary<int, string> _files = [];

        public static Stack In(Dictionary<string, Stack> stacks, string stem, bool isLetter)
        {
            if (!stacks.TryGetValue(stem, out Stack? stack))
            {
                stacks[stem] = stack = new Stack(stem, isLetter);
            }

            return stack;
        }

        public bool TryAdd(Match match, string file)
        {
            int part = MovieNameReader.PartNumber(match);
            bool isLetter = match.Groups["letter"].Success;
            return isLetter == areLetters && (!isLetter || part <= LetterLimit) && _files.TryAdd(part, file);
        }

        public IEnumerable<MovieEntry> ToEntries() =>
            _files.Count > 1
                ? [new MovieEntry(MovieVersionKind.Files, stem.Trim(), [.. _files.Values])]
                : _files.Values.Select(file => Single(new MovieFile(file)));
    }
}
