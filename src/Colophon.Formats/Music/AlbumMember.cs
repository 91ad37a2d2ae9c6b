using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;

namespace Colophon.Formats.Music;

/// <summary>A file while albums are put together.</summary>
internal sealed class AlbumMember(int file, MusicFile given, MusicLayouts layouts)
{
    /// <summary>Its place in the list that was given.</summary>
    public int File { get; } = file;

    public string FilePath { get; } = given.Path;

    public MusicTags Tags { get; } = MusicTags.Of(given.Tags);

    public TrackName Path { get; } = TrackPath.Explain(given.Path, layouts).Name;

    /// <summary>What the tags call the album; empty when they do not.</summary>
    public string TitleKey => field ??= TextKeys.SortKey(Tags.Album);

    /// <summary>The album that the folders say; empty for loose files.</summary>
    public string FolderKey =>
        field ??= Path.Album.Title is { } title
            ? $"{TextKeys.SortKey(Path.Album.Artist)}\u0001{TextKeys.SortKey(title)}"
            : "";

    /// <summary>Of the track.</summary>
    public IReadOnlyList<MusicArtist> Artists =>
        Tags.Artists.Count > 0 ? Tags.Artists
        : Path.Artist is { } artist ? [.. ArtistNames.Credit(artist).Names.Select(name => new MusicArtist(name))]
        : [];

    /// <summary>Where tags put it; null where they do not.</summary>
    public (int Disc, int Track)? Place =>
        Tags.Track is { } track && Tags.Side is null ? (Tags.Disc ?? Path.Disc ?? 1, track) : null;
}
