using Colophon.Formats.Music;
using Colophon.Formats.Nfo;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Nfo;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

/// <summary>
/// One unit of a music library while it is read. All its files are read as soon as one has changed: which of them are one album
/// is told by the tags of all, and reading them costs less than loading what they said.
/// </summary>
internal sealed class MusicUnitRead(UnitToRead unit, CancellationToken cancellationToken)
{
    private readonly BesideFiles beside = new(unit, cancellationToken);
    private readonly List<FileRead> files = [];
    private readonly List<FileTrouble> troubles = [];
    private readonly List<ItemRead> items = [];
    private readonly Dictionary<string, ContainerRead> artists = new(StringComparer.Ordinal);

    private string Folder => unit.Sketch.RelativePath;

    public UnitContent ToContent()
    {
        var sounds = unit
            .Sketch.Files.Where(file => MusicUnits.IsSound(file.Name))
            .Select(file => SoundFile.Read(unit, file, cancellationToken))
            .OfType<SoundFile>()
            .ToList();
        troubles.AddRange(sounds.Select(sound => sound.Trouble).OfType<FileTrouble>());
        var albums = MusicAlbums.Of([.. sounds.Select(sound => new MusicFile(sound.RelativePath, sound.Tags))]);
        var owner = OwnerOf(albums);
        foreach (var album in albums)
            Add(album, sounds, albums.Count == 1, owner);
        if (Folder.Length > 0 && (sounds.Count == 0 || owner == FolderOf.Artist || beside.Has(MusicUnits.ArtistNfo)))
            AddArtist(albums, owner);
        return new UnitContent(
            files,
            items,
            troubles,
            troubles.TrueForAll(trouble => !UnitFile.IsPassing(trouble.Code))
                ? ReadCertainty.Whole
                : ReadCertainty.Interrupted
        );
    }

    /// <summary>Whose the pictures of the folder are.</summary>
    private FolderOf OwnerOf(IReadOnlyList<AlbumFacts> albums)
    {
        if (Folder.Length == 0)
            return FolderOf.Nobody;
        var hasAlbum = beside.Has(MusicUnits.AlbumNfo);
        var hasArtist = beside.Has(MusicUnits.ArtistNfo);
        if (albums is [var only] && (hasAlbum || (!hasArtist && only.Title is not null)))
            return FolderOf.Album;
        var named = MusicPlace.ArtistOf(MusicPlace.NameOfFolder(Folder)).IdentityKey;
        var areNamed = albums.All(album => MusicPlace.ArtistOf(album).IdentityKey == named);
        return hasArtist || areNamed ? FolderOf.Artist : FolderOf.Nobody;
    }

    private void Add(AlbumFacts album, IReadOnlyList<SoundFile> sounds, bool isOnly, FolderOf owner)
    {
        var container = MusicPlace.AlbumOf(Once(MusicPlace.ArtistOf(album)), album, isOnly);
        var seen = new HashSet<CoverMark>();
        foreach (var track in album.Tracks.GroupBy(track => MusicPlace.KeyOf(album, track), StringComparer.Ordinal))
            Add(track.Key, [.. track], sounds, container, seen);
        if (owner != FolderOf.Album)
            return;
        var nfo = NfoBeside.Read(beside, [MusicUnits.AlbumNfo], NfoKind.Album, roots => roots[0], PathOf);
        items.Add(Container(container, nfo, MusicPictures.Beside(unit)));
    }

    private void Add(
        string key,
        IReadOnlyList<TrackFacts> formats,
        IReadOnlyList<SoundFile> sounds,
        ContainerRead album,
        HashSet<CoverMark> seen
    )
    {
        var places = new List<ItemFileRead>(formats.Count);
        var covers = new List<AssetRead>();
        foreach (var track in formats)
        {
            var sound = sounds[track.File];
            var embedded = MusicEvidence.OfFile(track, sound.Chapters);
            var path = new DocumentRead(Sources.Path, Origin: null, MusicEvidence.OfPath(track));
            files.Add(
                sound.ToRead(
                    embedded.IsEmpty ? [path] : [new DocumentRead(Sources.Embedded, Origin: null, embedded), path]
                )
            );
            places.Add(new ItemFileRead(files.Count - 1, FileRoles.Main, places.Count));
            if (sound.Cover is { } cover && (sound.Mark is not { } mark || seen.Add(mark)))
                covers.Add(MusicPictures.Inside(unit, sound, cover, files.Count - 1));
        }
        items.Add(new ItemRead(ItemKinds.Track, key, places, Wanted(covers)) { Parent = album });
    }

    /// <summary>In a folder with music the artist is whose music it is, else whom the NFO or the folder names.</summary>
    private void AddArtist(IReadOnlyList<AlbumFacts> albums, FolderOf owner)
    {
        var nfo = NfoBeside.Read(beside, [MusicUnits.ArtistNfo], NfoKind.Artist, roots => roots[0], PathOf);
        var here = albums.Select(MusicPlace.ArtistOf).DistinctBy(artist => artist.IdentityKey).ToList();
        var artist = here is [var only]
            ? only
            : MusicPlace.ArtistOf(nfo.Item?.Title ?? MusicPlace.NameOfFolder(Folder));
        var pictures = owner == FolderOf.Artist ? MusicPictures.Beside(unit) : [];
        items.Add(Container(Once(artist), nfo, pictures));
    }

    private ItemRead Container(ContainerRead read, NfoSaid nfo, IEnumerable<AssetRead> pictures) =>
        new(read.Kind, read.IdentityKey, [], Wanted(pictures))
        {
            Parent = read.Parent,
            Documents = [.. read.Offers, .. nfo.Documents],
            Findings = nfo.Findings,
        };

    /// <summary>One container for all albums of an artist.</summary>
    private ContainerRead Once(ContainerRead artist) =>
        artists.TryGetValue(artist.IdentityKey, out var known) ? known : artists[artist.IdentityKey] = artist;

    /// <summary>Several folders may speak of one container: what is said of it is told apart by where that stands.</summary>
    private string PathOf(string name) => FolderSight.Join(Folder, name);

    private IReadOnlyList<AssetRead> Wanted(IEnumerable<AssetRead> assets) =>
        unit.Scope.Depth.HasFlag(UnitDepth.Assets) ? [.. assets] : [];

    private enum FolderOf
    {
        Nobody,
        Album,
        Artist,
    }
}
