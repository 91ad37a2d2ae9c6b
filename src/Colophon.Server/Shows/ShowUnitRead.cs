using Colophon.Formats;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Nfo;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Nfo;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;
using Colophon.Server.Video;

namespace Colophon.Server.Shows;

/// <summary>One unit of a library of shows while it is read.</summary>
internal sealed class ShowUnitRead(UnitToRead unit, CancellationToken cancellationToken)
{
    private readonly BesideFiles beside = new(unit, cancellationToken);
    private readonly ShowFolderKind folder = ShowPlace.KindOf(
        unit.IsWholeFolder ? unit.Sketch.RelativePath : FolderSight.ParentOf(unit.Sketch.RelativePath)
    );
    private readonly List<FileRead> files = [];
    private readonly List<FileTrouble> troubles = [];
    private readonly List<ItemRead> items = [];
    private readonly Dictionary<string, ContainerRead> containers = new(StringComparer.Ordinal);
    private readonly List<VideoPlace> videos = [];
    private IReadOnlyList<ShowPicture> pictures = [];

    public UnitContent ToContent()
    {
        var episodes = unit
            .Sketch.Files.Where(file => ShowFolders.IsEpisodeFile(file.Name))
            .Select(file => Found(file))
            .ToList();
        if (unit.Scope.Depth.HasFlag(UnitDepth.Assets))
            pictures = PicturesOf(episodes);
        foreach (var episode in episodes.GroupBy(found => (found.Season, found.Place.Key)))
            AddEpisode(episode.Key.Season, [.. episode]);
        if (folder == ShowFolderKind.Show)
            AddShow(episodes.Count > 0 ? episodes[0].Season.Parent! : ShowPlace.ShowOf(unit.Sketch.RelativePath));
        else if (folder == ShowFolderKind.Season && episodes.Count > 0)
            AddSeason(episodes[0].Season);
        return new UnitContent(
            files,
            WithCompanions(),
            troubles,
            troubles.TrueForAll(trouble => !UnitFile.IsPassing(trouble.Code))
                ? ReadCertainty.Whole
                : ReadCertainty.Interrupted
        );
    }

    private FoundEpisode Found(FolderEntry file)
    {
        var path = unit.PathOf(file);
        var name = EpisodePath.Explain(path).Name;
        var stem = MovieFileTypes.Stem(file.Name);
        var nfo = NfoBeside.Read(beside, [stem + ".nfo"], NfoKind.Episode, EpisodeNfo.Join, origin => origin);
        var place = EpisodePlace.Of(name, EpisodeNfo.PlaceOf(nfo.Item), stem);
        var show = Once(ShowPlace.ShowOf(name, path));
        return new FoundEpisode(file, name, nfo, place, Once(ShowPlace.SeasonOf(show, place.Season)));
    }

    /// <summary>One container for all that name it.</summary>
    private ContainerRead Once(ContainerRead container)
    {
        var key = $"{container.Kind} {container.Parent?.IdentityKey} {container.IdentityKey}";
        return containers.TryGetValue(key, out var known) ? known : containers[key] = container;
    }

    private void AddEpisode(ContainerRead season, IReadOnlyList<FoundEpisode> versions)
    {
        var places = new List<ItemFileRead>();
        var assets = new List<AssetRead>();
        foreach (
            var found in versions
                .OrderBy(found => found.Name.Part)
                .ThenBy(found => found.File.Name, StringComparer.Ordinal)
        )
        {
            var isPart = found.Name.Part > 1 && places.Count > 0;
            var version = versions.Count > 1 ? VersionOf(found, versions) : null;
            if (Add(found.File, found.Place.ToDocument(found.Name, version)) is not { } look)
                continue;
            places.Add(new ItemFileRead(files.Count - 1, isPart ? FileRoles.Part : FileRoles.Main, places.Count));
            assets.AddRange(VideoPictures.Inside(unit, look, files.Count - 1));
            assets.AddRange(PicturesOf(found));
        }
        if (places.Count == 0)
            return;
        items.Add(
            new ItemRead(ItemKinds.Episode, versions[0].Place.Key, places, Wanted(assets.Distinct()))
            {
                Parent = season,
                Documents = [.. versions.SelectMany(found => found.Nfo.Documents)],
                Findings = [.. versions.SelectMany(found => found.Nfo.Findings), .. Unnumbered(versions[0].Place)],
            }
        );
    }

    private static IEnumerable<Finding> Unnumbered(EpisodePlace place) =>
        place.IsKnown ? [] : [Finding.Warning(FindingCodes.NameWithoutEpisode)];

    /// <summary>Named after its video; in a folder of its own also what is there.</summary>
    private IEnumerable<AssetRead> PicturesOf(FoundEpisode found) =>
        Pictures(picture =>
            picture.Video == MovieFileTypes.Stem(found.File.Name)
            || (folder == ShowFolderKind.Episode && picture.Subject == PictureSubject.Show)
        );

    private IEnumerable<AssetRead> Pictures(Func<ShowPicture, bool> isMeant) =>
        pictures.Where(isMeant).Select(picture => VideoPictures.Beside(unit, picture.Picture));

    private IReadOnlyList<ShowPicture> PicturesOf(IReadOnlyList<FoundEpisode> episodes) =>
        ShowPictures.In(
            new Artwork.ShowFolder(
                unit.IsWholeFolder ? FolderSight.NameOf(unit.Sketch.RelativePath) : "",
                folder == ShowFolderKind.Season && episodes.Count > 0 ? episodes[0].Place.Season : null,
                [.. episodes.Select(found => MovieFileTypes.Stem(found.File.Name))]
            ),
            [.. unit.Sketch.Files.Select(file => file.Name)]
        );

    /// <summary>Subtitles and sound tracks belong to the files they are named after.</summary>
    private IReadOnlyList<ItemRead> WithCompanions()
    {
        if (!unit.Scope.Depth.HasFlag(UnitDepth.Assets))
            return items;
        var companions = BesideVideos
            .Of(unit, videos, unit.Sketch.Files.Select(file => file.Name), name: null)
            .ToLookup(asset => asset.File);
        return
        [
            .. items.Select(item =>
                item with
                {
                    Assets = [.. item.Assets, .. item.Files.SelectMany(file => companions[file.File])],
                }
            ),
        ];
    }

    /// <summary>What tells a version from the others: its resolution where that does, else its name.</summary>
    private static string VersionOf(FoundEpisode found, IReadOnlyList<FoundEpisode> versions)
    {
        var resolution = found.Name.Release.Resolution;
        return resolution is not null && versions.Count(other => other.Name.Release.Resolution == resolution) == 1
            ? resolution
            : MovieFileTypes.Stem(FolderSight.NameOf(found.File.Name));
    }

    private void AddShow(ContainerRead show)
    {
        var nfo = NfoBeside.Read(beside, [ShowFolders.ShowNfo], NfoKind.Show, roots => roots[0], PathOf);
        items.Add(Container(show, nfo, Pictures(picture => picture.Subject == PictureSubject.Show)));
        var named = (nfo.Item?.NamedSeasons ?? []).ToLookup(season => season.Number, season => season.Name);
        var pictured = pictures.Where(picture => picture.Subject == PictureSubject.Season);
        var seasons = pictured.Select(picture => picture.Season).OfType<int>().Concat(named.Select(name => name.Key));
        foreach (var number in seasons.Distinct().Order())
            AddSeasonOf(show, number, named[number].FirstOrDefault());
    }

    /// <summary>A season that the show's folder speaks of: its name stands in the show's NFO, or pictures of it lie there.</summary>
    private void AddSeasonOf(ContainerRead show, int number, string? name)
    {
        var season = Once(ShowPlace.SeasonOf(show, number));
        var said = new EvidenceDraft().Text(Fields.Title, name).ToDocument();
        var picturesOfIt = Pictures(picture => picture.Subject == PictureSubject.Season && picture.Season == number);
        items.Add(
            new ItemRead(ItemKinds.Season, season.IdentityKey, [], Wanted(picturesOfIt))
            {
                Parent = show,
                Documents = said.IsEmpty
                    ? season.Offers
                    : [.. season.Offers, new DocumentRead(Sources.Sidecar, $"nfo:{PathOf(ShowFolders.ShowNfo)}", said)],
            }
        );
    }

    private void AddSeason(ContainerRead season)
    {
        var nfo = NfoBeside.Read(beside, ["season.nfo"], NfoKind.Season, roots => roots[0], PathOf);
        items.Add(Container(season, nfo, Pictures(picture => picture.Subject == PictureSubject.Season)));
    }

    /// <summary>A container in its own folder: with its extras, its NFO and its pictures.</summary>
    private ItemRead Container(ContainerRead read, NfoSaid nfo, IEnumerable<AssetRead> shown)
    {
        var extras = new List<ItemFileRead>();
        var films = new List<AssetRead>();
        foreach (var file in unit.Sketch.Files)
        {
            if (ShowFolders.ExtraOf(file.Name) is not { } kind || kind == MovieExtraKind.Sample)
                continue;
            int? index = null;
            if (MovieFileTypes.Of(file.Name) == MovieFileType.Video && Add(file, NameOf(file)) is not null)
            {
                index = files.Count - 1;
                var role = kind == MovieExtraKind.Trailer ? FileRoles.Trailer : FileRoles.Extra;
                extras.Add(new ItemFileRead(index.Value, role, extras.Count));
            }
            if (BesideVideos.TypeOf(kind, index) is { } type)
                films.Add(BesideVideos.Asset(unit, type, file.Name, index));
        }
        return new ItemRead(read.Kind, read.IdentityKey, extras, Wanted(shown.Concat(films)))
        {
            Parent = read.Parent,
            Documents = [.. read.Offers, .. nfo.Documents],
            Findings = nfo.Findings,
        };
    }

    /// <summary>Several folders may speak of one container: what is said of it is told apart by where that stands.</summary>
    private string PathOf(string name) => FolderSight.Join(unit.Sketch.RelativePath, name);

    private static EvidenceDocument NameOf(FolderEntry extra) =>
        new EvidenceDraft().Text(Fields.Name, MovieFileTypes.Stem(FolderSight.NameOf(extra.Name))).ToDocument();

    private IReadOnlyList<AssetRead> Wanted(IEnumerable<AssetRead> assets) =>
        unit.Scope.Depth.HasFlag(UnitDepth.Assets) ? [.. assets] : [];

    private VideoLook? Add(FolderEntry file, EvidenceDocument said)
    {
        var look = VideoLook.Of(unit, file, said, cancellationToken);
        if (look.Trouble is { } trouble)
            troubles.Add(trouble);
        if (look.Read is not { } read)
            return null;
        files.Add(read);
        videos.Add(new VideoPlace(file.Name, files.Count - 1));
        return look;
    }

    private sealed record FoundEpisode(
        FolderEntry File,
        EpisodeName Name,
        NfoSaid Nfo,
        EpisodePlace Place,
        ContainerRead Season
    );
}
