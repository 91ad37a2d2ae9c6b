namespace Colophon.Formats.Nfo;

/// <summary>An id.</summary>
/// <param name="Provider"><c>imdb</c>, <c>tmdb</c>, <c>tvdb</c>, <c>musicbrainz_artist</c>, <c>musicbrainz_album</c>,
/// <c>musicbrainz_release_group</c>, <c>musicbrainz_album_artist</c>, <c>musicbrainz_track</c>, ...; else as written, in small letters.</param>
/// <param name="Value">As written.</param>
/// <param name="IsDefault">The one that the program that wrote it goes by.</param>
public sealed record NfoId(string Provider, string Value, bool IsDefault);
