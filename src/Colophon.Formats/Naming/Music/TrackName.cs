namespace Colophon.Formats.Naming.Music;

/// <summary>What a path says about a track. Nulls and empty lists are what it does not say.</summary>
/// <param name="Title">Null only for a path without a name.</param>
/// <param name="Artist">Of the track: from the file's name, else the album's when that is no compilation.</param>
/// <param name="Featured">Named behind "feat." in artist or title.</param>
/// <param name="Disc">From the file's name, else its folder; of a side of vinyl the record it is on.</param>
/// <param name="Track">The number on the disc; of a track on vinyl the number on its side.</param>
/// <param name="Album">What the folders say, and the file where they do not.</param>
public sealed record TrackName(
    string? Title,
    string? Artist,
    IReadOnlyList<string> Featured,
    int? Disc,
    int? Track,
    AlbumName Album
)
{
    /// <summary>The side of a record, <c>A</c> to <c>H</c>.</summary>
    public char? Side { get; init; }

    /// <summary>Of the disc, where its folder has one: <c>Disc 2 - Live</c>.</summary>
    public string? DiscTitle { get; init; }

    /// <summary>What tells this track from others of its title and is no part of it: <c>2017 Remaster</c>.</summary>
    public string? Version { get; init; }
}

/// <summary>The meaning of a track's path and the rules that gave it.</summary>
public sealed record TrackPathExplanation(TrackName Name, IReadOnlyList<RuleHit> Rules);
