namespace Colophon.Formats.Nfo;

/// <summary>An album of an artist.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Year">A year behind 1850.</param>
/// <param name="ReleaseGroupId">At MusicBrainz.</param>
public sealed record NfoAlbum(string Title, int? Year, string? ReleaseGroupId);

/// <summary>A track of an album.</summary>
/// <param name="Position">On the album.</param>
/// <param name="Title">Its title.</param>
/// <param name="Duration">Seconds.</param>
public sealed record NfoTrack(int? Position, string? Title, int? Duration);
