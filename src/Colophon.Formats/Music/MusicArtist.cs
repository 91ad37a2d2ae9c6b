namespace Colophon.Formats.Music;

/// <summary>An artist of a track or an album.</summary>
/// <param name="SortName">As a tag says; null where none does.</param>
/// <param name="MusicBrainzId">Null where no tag has it, or it is not clear whose it is.</param>
public sealed record MusicArtist(string Name, string? SortName = null, string? MusicBrainzId = null);

/// <summary>A part in a piece of music that is no performance.</summary>
/// <param name="Role"><c>composer</c>, <c>lyricist</c>, <c>producer</c>, ...</param>
public sealed record MusicCredit(string Name, string Role);
