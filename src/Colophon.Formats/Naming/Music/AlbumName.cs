using System.Collections.Frozen;

namespace Colophon.Formats.Naming.Music;

/// <summary>What kind of release an album is; the words are MusicBrainz's.</summary>
public enum AlbumType
{
    /// <summary>A studio album.</summary>
    Album,

    /// <summary>One song and what is on its other side.</summary>
    Single,

    /// <summary>More than a single, less than an album.</summary>
    Ep,

    /// <summary>Made for the radio.</summary>
    Broadcast,

    /// <summary>Put together from other releases.</summary>
    Compilation,

    /// <summary>Of a film, a show, a game or a play.</summary>
    Soundtrack,

    /// <summary>Poems, speeches, stories.</summary>
    SpokenWord,

    /// <summary>Talk with the artist.</summary>
    Interview,

    /// <summary>Recorded in front of people.</summary>
    Live,

    /// <summary>Songs made anew by others.</summary>
    Remix,

    /// <summary>Songs of others, mixed into one.</summary>
    DjMix,

    /// <summary>Mixtapes and street albums.</summary>
    Mixtape,

    /// <summary>Recordings before the release.</summary>
    Demo,

    /// <summary>Published by nobody who may.</summary>
    Bootleg,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What names say about an album. Nulls are what they do not say.</summary>
/// <param name="Artist">Of the album; <see cref="ArtistNames.Various"/> for every spelling of it.</param>
/// <param name="Title">Without year, format, edition and disc.</param>
/// <param name="Year">The album's, not that of its edition.</param>
/// <param name="Edition">As the name writes it: <c>2011 Remaster</c>.</param>
/// <param name="Disc">Of a folder that is one disc of the album and bears its title: <c>Album (Disc 2)</c>.</param>
public sealed record AlbumName(string? Artist, string? Title, int? Year, AlbumType? Type, string? Edition, int? Disc)
{
    /// <summary>A name that says nothing.</summary>
    public static AlbumName None { get; } = new(null, null, null, null, null, null);

    /// <summary>By provider: <c>musicbrainz</c> (mostly the release group, as lidarr names folders), <c>discogs</c>.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The folder holds all albums of the artist, and is none.</summary>
    public bool IsDiscography { get; init; }
}

/// <summary>The meaning of an album folder's name and the rules that gave it.</summary>
public sealed record AlbumFolderExplanation(AlbumName Name, IReadOnlyList<RuleHit> Rules);
