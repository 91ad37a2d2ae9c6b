namespace Colophon.Formats.Naming.Movies;

/// <summary>Finds the film on a disc that lies in folders.</summary>
internal static class MovieDiscs
{
    /// <summary>The disc a subfolder is or holds, with the file that its film begins with; null when there is none.</summary>
    public static (MovieVersionKind Kind, string Main)? In(MovieSubfolder folder)
    {
        if (
            folder.Name.Equals(MovieFolderNames.Bluray, StringComparison.OrdinalIgnoreCase)
            || Has(folder, MovieFolderNames.Bluray)
        )
        {
            return (MovieVersionKind.Bluray, $"{folder.Name}/{Bluray(folder.Files)}");
        }

        bool isDvd =
            folder.Name.Equals(MovieFolderNames.Dvd, StringComparison.OrdinalIgnoreCase)
            || Has(folder, MovieFolderNames.Dvd)
            || IsDvd(folder.Files);
        return isDvd ? (MovieVersionKind.Dvd, $"{folder.Name}/{Dvd(folder.Files)}") : null;
    }

    /// <summary>Whether the files of a VIDEO_TS lie here.</summary>
    public static bool IsDvd(IReadOnlyList<MovieFile> files) =>
        files.Any(file => file.Name.EndsWith(".ifo", StringComparison.OrdinalIgnoreCase));

    /// <summary>The first film file of the largest title set: <c>VTS_02_1.VOB</c>; the file of the menu where there is none.</summary>
    public static string Dvd(IReadOnlyList<MovieFile> files)
    {
        var sets =
            from file in files
            let name = MovieFileTypes.FileOf(file.Name)
            where
                name.Length == 12
                && name.StartsWith("VTS_", StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(".VOB", StringComparison.OrdinalIgnoreCase)
                && name[7] != '0' // the menu of the set
            group file by name[..6] into titles
            orderby titles.Sum(file => (double)(file.Size ?? 0)) descending, titles.Key
            select titles;
        return sets.FirstOrDefault()?.MinBy(file => file.Name, StringComparer.Ordinal)?.Name
            ?? files
                .FirstOrDefault(file =>
                    MovieFileTypes.FileOf(file.Name).Equals("VIDEO_TS.IFO", StringComparison.OrdinalIgnoreCase)
                )
                ?.Name
            ?? First(files);
    }

    /// <summary>The largest stream; the index where there is none.</summary>
    private static string Bluray(IReadOnlyList<MovieFile> files) =>
        files
            .Where(file => file.Name.EndsWith(".m2ts", StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(file => file.Size ?? 0)
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Name
        ?? files.FirstOrDefault(file => file.Name.EndsWith("index.bdmv", StringComparison.OrdinalIgnoreCase))?.Name
        ?? First(files);

    private static string First(IReadOnlyList<MovieFile> files) => files.Count > 0 ? files[0].Name : "";

    private static bool Has(MovieSubfolder folder, string structure) =>
        folder.Files.Any(file => file.Name.StartsWith($"{structure}/", StringComparison.OrdinalIgnoreCase));
}
