using Colophon.Bench.Make.Films;

namespace Colophon.Bench.Make.Music;

/// <summary>An album among the groups of a manifest.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="Cover">The picture beside its tracks.</param>
internal sealed record MadeAlbum(string Artist, string Album, int Year, string Path, MadeAsset Cover);

/// <summary>A track of a manifest.</summary>
/// <param name="Duration">In seconds.</param>
/// <param name="MbTrack">The recording at MusicBrainz.</param>
/// <param name="MbAlbum">The release there.</param>
/// <param name="Cover">The picture inside the file.</param>
internal sealed record MadeTrack(
    string Path,
    string Title,
    string Artist,
    string AlbumArtist,
    string Album,
    int Year,
    int Track,
    int Tracks,
    int Disc,
    int Discs,
    string Genre,
    string Composer,
    string? Isrc,
    string? MbTrack,
    string? MbAlbum,
    string? MbArtist,
    double Duration,
    MadeAsset Cover
);
