using Colophon.Formats.Naming.Companions;
using Colophon.Formats.Naming.Movies;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;

namespace Colophon.Server.Movies;

/// <summary>
/// Which files of a folder make a unit of a movie library. A folder that is one movie is one unit, with its discs, extras and
/// subtitles below it; of a folder of several movies each is a unit, with what is named after it.
/// </summary>
internal static class MovieFolders
{
    /// <summary>Whether a folder may belong to the movie above it; what lies inside such a folder does so too.</summary>
    public static bool MayBePart(string name, string above) =>
        IsPart(name, above) || MovieFolderNames.IsExtrasFolder(above) || IsPart(above, "");

    public static IReadOnlyList<UnitSketch> UnitsOf(FolderView folder)
    {
        var parts = folder.Parts();
        var whole = new MovieFolder(FolderSight.NameOf(folder.RelativePath), Plain(folder.Files), Subfolders(parts));
        if (MovieGrouping.IsOneMovie(whole))
            return
            [
                new UnitSketch(folder.RelativePath, [.. folder.Files, .. parts.SelectMany(part => part.Files)])
                {
                    PartFolders = [.. parts.Select(part => part.Path)],
                },
            ];
        // Folders beside several movies are folders of their own.
        return
        [
            .. MovieGrouping
                .Group(new MovieFolder("", Plain(folder.Files), []))
                .Movies.Select(movie =>
                {
                    var names = NamesOf(movie).ToHashSet(StringComparer.Ordinal);
                    return new UnitSketch(
                        FolderSight.Join(folder.RelativePath, movie.Versions[0].Files[0]),
                        [.. folder.Files.Where(file => names.Contains(file.Name))]
                    );
                }),
        ];
    }

    /// <summary>The movies of a unit, from its files alone.</summary>
    public static MovieFolderContents Group(UnitToRead unit)
    {
        var inside = unit.Sketch.Files.Where(file => file.Name.Contains('/')).ToList();
        var below = inside
            .GroupBy(file => file.Name[..file.Name.IndexOf('/')], StringComparer.Ordinal)
            .Select(group => new MovieSubfolder(
                group.Key,
                [.. group.Select(file => new MovieFile(file.Name[(group.Key.Length + 1)..], file.Facts.Size))]
            ));
        return MovieGrouping.Group(
            new MovieFolder(
                unit.IsWholeFolder ? FolderSight.NameOf(unit.Sketch.RelativePath) : "",
                Plain(unit.Sketch.Files.Where(file => !file.Name.Contains('/'))),
                [.. below]
            )
        );
    }

    private static bool IsPart(string name, string above) =>
        MovieFolderNames.IsExtrasFolder(name)
        || MovieFolderNames.IsDiscFolder(name, above)
        || CompanionFolder.IsSubtitleFolder(name)
        || LocalPictures.IsPictureFolder(name);

    private static IEnumerable<string> NamesOf(MovieGroup movie) =>
        movie
            .Versions.SelectMany(version => version.Files)
            .Concat(movie.Extras.Select(extra => extra.Path))
            .Concat(movie.Companions);

    private static IReadOnlyList<MovieFile> Plain(IEnumerable<FolderEntry> files) =>
        [.. files.Select(file => new MovieFile(file.Name, file.Facts.Size))];

    private static IReadOnlyList<MovieSubfolder> Subfolders(IReadOnlyList<FolderPart> parts) =>
        [
            .. parts
                .GroupBy(part => part.Path.Split('/')[0], StringComparer.Ordinal)
                .Select(group => new MovieSubfolder(
                    group.Key,
                    [
                        .. group
                            .SelectMany(part => part.Files)
                            .Select(file => new MovieFile(file.Name[(group.Key.Length + 1)..], file.Facts.Size)),
                    ]
                )),
        ];
}
