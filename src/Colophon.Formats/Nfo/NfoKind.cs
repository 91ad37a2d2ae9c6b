namespace Colophon.Formats.Nfo;

/// <summary>What an NFO tells of; each has a root of its own.</summary>
public enum NfoKind
{
    /// <summary><c>movie</c></summary>
    Movie,

    /// <summary><c>tvshow</c></summary>
    Show,

    /// <summary><c>season</c></summary>
    Season,

    /// <summary><c>episodedetails</c></summary>
    Episode,

    /// <summary><c>artist</c></summary>
    Artist,

    /// <summary><c>album</c></summary>
    Album,

    /// <summary><c>musicvideo</c></summary>
    MusicVideo,

    /// <summary><c>set</c>: a collection of films</summary>
    Set,
}
