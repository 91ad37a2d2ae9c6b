namespace Colophon.Formats.Naming.Movies;

/// <summary>
/// Says which files and subfolders of one folder are which movie (domain.md, "Names and folders"): versions, parts, discs,
/// extras and what lies beside them. Pure: the same files in any order give the same movies.
/// </summary>
public static class MovieGrouping
{
    private const double SampleShare = 0.5;

    /// <summary>Groups the files of one folder, movies in order of their names.</summary>
    public static MovieFolderContents Group(MovieFolder folder)
    {
        MovieFile[] files = [.. folder.Files.OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase)];
        var (extraFiles, mainFiles) = Divided(files);
        List<MovieEntry> entries = Entries(folder, mainFiles);
        bool isOne = AreOne(folder, entries);
        List<List<MovieEntry>> movies = isOne
            ?
            [
                [.. MovieVersions.Ordered(folder.Name, entries)],
            ]
            : [.. entries.Select(entry => new List<MovieEntry> { entry })];
        var owners = new MovieOwners(movies, isOne);
        ILookup<int, Found> extras = extraFiles
            .Select(file => new Found(file.Name, file.Name, MovieExtraNames.OfFile(file.Name)!.Value))
            .Concat(InFolders(folder))
            .ToLookup(extra => owners.Of(extra.Name));
        HashSet<string> used = [.. entries.SelectMany(entry => entry.Files), .. extraFiles.Select(file => file.Name)];
        ILookup<int, string> beside = files
            .Select(file => file.Name)
            .Where(file => !used.Contains(file))
            .ToLookup(owners.Of);
        MovieFolderLayout layout =
            isOne ? MovieFolderLayout.OneMovie
            : movies.Count > 0 ? MovieFolderLayout.ManyMovies
            : MovieFolderLayout.None;
        return new MovieFolderContents(
            layout,
            [
                .. movies.Select(
                    (entries, i) =>
                    {
                        MovieVersion[] versions = [.. entries.Select(entry => VersionOf(folder.Name, entry, isOne))];
                        return new MovieGroup(
                            versions[0].Name,
                            versions,
                            Extras(extras[i], [folder.Name, .. entries.Select(entry => entry.Stem.Trim())]),
                            [.. beside[i]]
                        );
                    }
                ),
            ],
            Extras(extras[MovieOwners.Nobody], []),
            [.. beside[MovieOwners.Nobody]]
        );
    }

    /// <summary>Whether <see cref="Group"/> finds <see cref="MovieFolderLayout.OneMovie"/>: that alone is known without reading names.</summary>
    public static bool IsOneMovie(MovieFolder folder) =>
        AreOne(
            folder,
            Entries(
                folder,
                Divided([.. folder.Files.OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase)]).Films
            )
        );

    private static bool AreOne(MovieFolder folder, List<MovieEntry> entries) =>
        folder.Name.Length > 0 && entries.Count > 0 && MovieVersions.AreOne(folder.Name, entries);

    /// <summary>Extras and films among the files of the folder itself.</summary>
    private static (List<MovieFile> Extras, List<MovieFile> Films) Divided(MovieFile[] files)
    {
        var films = files.Where(file => IsFilm(file.Name) && MovieExtraNames.OfFile(file.Name) is null).ToList();
        var extras = files.Where(file => MovieExtraNames.OfFile(file.Name) is not null).ToList();
        long largest = films.Max(file => file.Size) ?? 0;
        foreach (MovieFile file in extras.ToList())
        {
            // a film may be called Sample; what is as long as the film beside it is no sample of it
            bool isFilm =
                MovieExtraNames.OfFile(file.Name) == MovieExtraKind.Sample
                && largest > 0
                && file.Size > largest * SampleShare;
            if (isFilm)
            {
                extras.Remove(file);
                films.Add(file);
            }
        }

        return (extras, films);
    }

    private static bool IsFilm(string name) =>
        MovieFileTypes.Of(name) is MovieFileType.Video or MovieFileType.DiscImage or MovieFileType.Stub;

    private static List<MovieEntry> Entries(MovieFolder folder, List<MovieFile> films)
    {
        var entries = new List<MovieEntry>();
        if (MovieDiscs.IsDvd(folder.Files))
        {
            entries.Add(new MovieEntry(MovieVersionKind.Dvd, "", [MovieDiscs.Dvd(folder.Files)]));
            films = [.. films.Where(file => !file.Name.EndsWith(".vob", StringComparison.OrdinalIgnoreCase))];
        }

        var parts = new List<(MovieSubfolder, string)>();
        foreach (
            MovieSubfolder subfolder in folder.Subfolders.Where(subfolder =>
                !MovieFolderNames.IsExtrasFolder(subfolder.Name)
            )
        )
        {
            (MovieVersionKind Kind, string Main)? disc = MovieDiscs.In(subfolder);
            if (MovieFolderNames.IsDiscStructure(subfolder.Name) && disc is { } own)
            {
                entries.Add(new MovieEntry(own.Kind, "", [own.Main]));
            }
            else if (
                MovieFolderNames.PartOf(subfolder.Name) is not null
                && (disc?.Main ?? LargestFilm(subfolder)) is { } main
            )
            {
                parts.Add((subfolder, main));
            }
        }

        return [.. entries, .. MovieStacks.OfFolders(parts), .. MovieStacks.Of(films)];
    }

    private static string? LargestFilm(MovieSubfolder folder) =>
        folder
            .Files.Where(file => IsFilm(file.Name))
            .OrderByDescending(file => file.Size ?? 0)
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => $"{folder.Name}/{file.Name}")
            .FirstOrDefault();

    private static MovieName NameOf(string folder, MovieEntry entry, bool isOne) =>
        entry.Stem.Length == 0
            ? MoviePath.Explain($"{folder}/{entry.Files[0]}", MoviePlace.OneMovie).Name
            : MoviePath.Explain($"{folder}/{entry.Stem}.mkv", isOne ? MoviePlace.OneMovie : MoviePlace.ManyMovies).Name;

    private static MovieVersion VersionOf(string folder, MovieEntry entry, bool isOne) =>
        new(
            entry.Kind,
            isOne ? MovieVersions.Label(folder, entry.Stem) : null,
            entry.Files,
            NameOf(folder, entry, isOne),
            entry.StubSource
        );

    private static IEnumerable<Found> InFolders(MovieFolder folder) =>
        from subfolder in folder.Subfolders.OrderBy(subfolder => subfolder.Name, StringComparer.OrdinalIgnoreCase)
        where MovieFolderNames.IsExtrasFolder(subfolder.Name)
        from file in subfolder.Files.OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
        let path = $"{subfolder.Name}/{file.Name}"
        let kind = MovieExtraNames.OfPath(path)
        where kind is not null
        select new Found(path, "", kind.Value);

    /// <param name="names">What the owner goes by: an extra that is named so has no name of its own.</param>
    private static List<MovieExtra> Extras(IEnumerable<Found> found, IReadOnlyList<string> names)
    {
        var extras = new List<MovieExtra>();
        var counts = new Dictionary<MovieExtraKind, int>();
        foreach (Found extra in found)
        {
            string own = MovieExtraNames.OwnText(extra.Path);
            bool isOwners = names.Contains(own, StringComparer.OrdinalIgnoreCase);
            (string? title, int? year) = isOwners ? (null, null) : MovieExtraNames.TitleOf(own);
            if (string.IsNullOrEmpty(title))
            {
                int count = counts[extra.Kind] = counts.GetValueOrDefault(extra.Kind) + 1;
                title = count == 1 ? MovieExtraNames.Label(extra.Kind) : $"{MovieExtraNames.Label(extra.Kind)} {count}";
            }

            extras.Add(new MovieExtra(extra.Path, extra.Kind, title, year));
        }

        return extras;
    }

    /// <param name="Path">Below the folder.</param>
    /// <param name="Name">What its owner is found by; empty in a folder of extras, which belong to the folder's one movie.</param>
    private sealed record Found(string Path, string Name, MovieExtraKind Kind);
}
