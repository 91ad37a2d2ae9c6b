using Colophon.Formats.Naming.Movies;

namespace Colophon.Formats.Tests.Naming.Movies;

/// <summary>Makes folders of the paths of files, as discovery would: subfolders of discs and extras lie in the folder above.</summary>
internal static class MovieFolders
{
    /// <summary>The folders of a list of paths; those without a folder lie in a library's root.</summary>
    public static IEnumerable<MovieFolder> Of(params string[] paths)
    {
        var folders = new SortedDictionary<
            string,
            (List<MovieFile> Files, SortedDictionary<string, List<MovieFile>> Subfolders)
        >(StringComparer.Ordinal);
        // a folder that stands for itself beside its files adds nothing
        IEnumerable<string> all = paths.Select(path => path.Replace('\\', '/')).ToList();
        foreach (
            string path in all.Where(path => !all.Any(other => other.StartsWith($"{path}/", StringComparison.Ordinal)))
        )
        {
            bool isFolder = path.EndsWith('/') || !Path.HasExtension(path);
            string file = isFolder ? $"{path.TrimEnd('/')}/film.mkv" : path;
            string[] above = file.Split('/')[..^1];
            int own = Enumerable
                .Range(0, above.Length)
                .FirstOrDefault(i => IsInner(above, i, isFolder && i == above.Length - 1), above.Length);
            string folder = string.Join('/', above[..own]);
            if (!folders.TryGetValue(folder, out var lists))
            {
                folders[folder] = lists = ([], new(StringComparer.Ordinal));
            }

            if (own == above.Length)
            {
                lists.Files.Add(new MovieFile(file[(file.LastIndexOf('/') + 1)..]));
            }
            else
            {
                string name = above[own];
                string inner = string.Join('/', file.Split('/')[(own + 1)..]);
                lists.Subfolders.TryAdd(name, []);
                lists.Subfolders[name].Add(new MovieFile(inner));
            }
        }

        return folders.Select(folder => new MovieFolder(
            folder.Key[(folder.Key.LastIndexOf('/') + 1)..],
            folder.Value.Files,
            [.. folder.Value.Subfolders.Select(inner => new MovieSubfolder(inner.Key, inner.Value))]
        ));
    }

    private static bool IsInner(string[] above, int i, bool isDisc) =>
        isDisc
        || (i > 0 && MovieFolderNames.IsExtrasFolder(above[i]))
        || (i > 0 && MovieFolderNames.IsDiscFolder(above[i], above[i - 1]));
}
