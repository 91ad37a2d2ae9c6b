using Colophon.Formats;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Nfo;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Metadata;
using Colophon.Server.Nfo;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;
using Colophon.Server.Video;

namespace Colophon.Server.Movies;

/// <summary>Reads units of movie libraries: the film in all its versions and parts, its extras, its NFO, and what lies beside it.</summary>
internal sealed class MovieUnitReader : IUnitReader
{
    public string LibraryType => LibraryTypes.Movie;

    public int Version => 2;

    public bool MayHoldParts(string folderName, string above) => MovieFolders.MayBePart(folderName, above);

    public IReadOnlyList<UnitSketch> UnitsOf(FolderView folder) => MovieFolders.UnitsOf(folder);

    public UnitContent Read(UnitToRead unit, CancellationToken cancellationToken)
    {
        var files = new List<FileRead>();
        var troubles = new List<FileTrouble>();
        var entries = unit.Sketch.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        var beside = new BesideFiles(unit, cancellationToken);
        var contents = MovieFolders.Group(unit);
        var items = contents
            .Movies.Select(movie => new MovieRead(unit, movie, entries, beside, files, troubles))
            .Select(movie => movie.ToItem(contents.Layout, cancellationToken))
            .OfType<ItemRead>()
            .ToList();
        return new UnitContent(
            files,
            items,
            troubles,
            troubles.TrueForAll(trouble => !UnitFile.IsPassing(trouble.Code))
                ? ReadCertainty.Whole
                : ReadCertainty.Interrupted
        );
    }
}

/// <summary>One movie of a unit while it is read.</summary>
/// <param name="files">Of the unit; those of the movie are added.</param>
internal sealed class MovieRead(
    UnitToRead unit,
    MovieGroup movie,
    IReadOnlyDictionary<string, FolderEntry> entries,
    BesideFiles beside,
    List<FileRead> files,
    List<FileTrouble> troubles
)
{
    private readonly List<ItemFileRead> places = [];
    private readonly List<AssetRead> inside = [];
    private readonly List<VideoPlace> videos = [];

    /// <summary>Null when none of its files is there any more.</summary>
    public ItemRead? ToItem(MovieFolderLayout layout, CancellationToken cancellationToken)
    {
        foreach (var version in movie.Versions)
        foreach (var (name, part) in version.Files.Select((name, part) => (name, part)))
            Add(
                name,
                part == 0 ? FileRoles.Main : FileRoles.Part,
                MovieEvidence.Of(movie.Name, version),
                cancellationToken
            );
        if (places.Count == 0)
            return null;
        foreach (var extra in movie.Extras.Where(IsShown))
            Add(
                extra.Path,
                extra.Kind == MovieExtraKind.Trailer ? FileRoles.Trailer : FileRoles.Extra,
                MovieEvidence.Of(extra),
                cancellationToken
            );
        var nfo = NfoBeside.Read(beside, NfoNames(layout), NfoKind.Movie);
        return new ItemRead(
            ItemKinds.Movie,
            MovieEvidence.IdentityOf(unit, movie.Name),
            places,
            unit.Scope.Depth.HasFlag(UnitDepth.Assets) ? [.. Pictures(layout), .. inside, .. Beside(layout)] : []
        )
        {
            Documents = nfo.Documents,
            Findings = [.. nfo.Findings, .. Misplaced()],
        };
    }

    /// <summary>What a person would rather have told about where the film lies.</summary>
    private IEnumerable<Finding> Misplaced()
    {
        if (EpisodePath.IsEpisodeFolder(MovieFileTypes.Stem(movie.Versions[0].Files[0])))
            yield return Finding.Warning(FindingCodes.NameOfEpisode);
        var folder = FolderSight.ParentOf(unit.Sketch.RelativePath);
        if (!unit.IsWholeFolder && folder.Length > 0 && MoviePath.Explain(folder).Name.Year is not null)
            yield return Finding.Warning(FindingCodes.NameOfFolderShared);
    }

    private IEnumerable<AssetRead> Pictures(MovieFolderLayout layout)
    {
        var stems = movie.Versions.SelectMany(version => version.Files).Select(MovieFileTypes.Stem);
        return layout == MovieFolderLayout.OneMovie
            ? VideoPictures.Beside(
                unit,
                [.. movie.Companions, .. Inner],
                [.. stems, FolderSight.NameOf(unit.Sketch.RelativePath)],
                FolderOwner.Item
            )
            : VideoPictures.Beside(unit, movie.Companions, [.. stems], FolderOwner.Shared);
    }

    /// <summary>Subtitles and sound tracks, trailers and themes.</summary>
    private IEnumerable<AssetRead> Beside(MovieFolderLayout layout)
    {
        foreach (var extra in movie.Extras)
        {
            var file = videos.Find(video => video.Path == extra.Path)?.File;
            var type = entries.ContainsKey(extra.Path) ? BesideVideos.TypeOf(extra.Kind, file) : null;
            if (type is not null)
                yield return BesideVideos.Asset(unit, type, extra.Path, file);
        }
        var extras = movie.Extras.Select(extra => extra.Path).ToHashSet(StringComparer.Ordinal);
        var isOne = layout == MovieFolderLayout.OneMovie;
        var companions = BesideVideos.Of(
            unit,
            videos,
            isOne ? movie.Companions.Concat(Inner.Where(path => !extras.Contains(path))) : movie.Companions,
            isOne ? FolderSight.NameOf(unit.Sketch.RelativePath) : null
        );
        foreach (var companion in companions)
            yield return companion;
    }

    /// <summary>What lies in the folders of the film's folder.</summary>
    private IEnumerable<string> Inner => entries.Keys.Where(name => name.Contains('/'));

    /// <summary>A piece to try the film, and music, are nothing to watch.</summary>
    private static bool IsShown(MovieExtra extra) =>
        extra.Kind != MovieExtraKind.Sample && MovieFileTypes.Of(extra.Path) == MovieFileType.Video;

    private void Add(string name, string role, EvidenceDocument said, CancellationToken cancellationToken)
    {
        if (!entries.TryGetValue(name, out var entry))
            return;
        var look = VideoLook.Of(unit, entry, said, cancellationToken);
        if (look.Trouble is { } trouble)
            troubles.Add(trouble);
        if (look.Read is not { } read)
            return;
        files.Add(read);
        places.Add(new ItemFileRead(files.Count - 1, role, places.Count));
        videos.Add(new VideoPlace(name, files.Count - 1));
        if (role == FileRoles.Main)
            inside.AddRange(VideoPictures.Inside(unit, look, files.Count - 1));
    }

    /// <summary>
    /// In a folder of its own <c>movie.nfo</c> comes first, as Kodi and Jellyfin take it, then those named after a file or the
    /// folder, then any other; where several movies lie together only those named after the file count.
    /// </summary>
    private IEnumerable<string> NfoNames(MovieFolderLayout layout)
    {
        var ofFiles = movie
            .Versions.SelectMany(version => version.Files)
            .Select(file => MovieFileTypes.Stem(file) + ".nfo");
        if (layout != MovieFolderLayout.OneMovie)
            return ofFiles;
        return
        [
            "movie.nfo",
            .. ofFiles,
            $"{FolderSight.NameOf(unit.Sketch.RelativePath)}.nfo",
            "VIDEO_TS/VIDEO_TS.nfo",
            .. beside.Names.Where(IsNfo).Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsNfo(string name) =>
        !name.Contains('/') && name.EndsWith(".nfo", StringComparison.OrdinalIgnoreCase);
}
