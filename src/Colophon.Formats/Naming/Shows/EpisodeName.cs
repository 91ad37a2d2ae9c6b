using System.Collections.Frozen;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Shows;

/// <summary>How the episodes of a library are numbered, as far as its owner said.</summary>
public enum EpisodeNumbering
{
    /// <summary>The names decide: three digits alone are season and episode, unless a fansub group or a dash stands before.</summary>
    Unknown,

    /// <summary>Bare numbers count through the whole show.</summary>
    Absolute,
}

/// <summary>What a path says about an episode. Empty lists and nulls are what it does not say.</summary>
/// <param name="Show">The show's title; null when neither a folder nor the file bears one.</param>
/// <param name="ShowYear">The year that tells shows of one title apart.</param>
/// <param name="Season">0 for specials; years where a show counts so.</param>
/// <param name="Episodes">Numbers within the season, rising.</param>
/// <param name="Absolute">Numbers through the whole show, rising; 12.5 is a recap between 12 and 13.</param>
/// <param name="AirDate">Of daily shows.</param>
/// <param name="Title">The episode's title.</param>
/// <param name="Part">Of "Part 2" in the name; the title keeps the words.</param>
public sealed record EpisodeName(
    string? Show,
    int? ShowYear,
    int? Season,
    IReadOnlyList<int> Episodes,
    IReadOnlyList<double> Absolute,
    DateOnly? AirDate,
    string? Title,
    int? Part
)
{
    /// <summary>Outside the order of the seasons: season 0, an OVA, a recap.</summary>
    public bool IsSpecial { get; init; }

    /// <summary>Ids of the show, from its folder: <c>tvdb</c> to <c>12345</c>.</summary>
    public IReadOnlyDictionary<string, string> ShowIds { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Ids of the episode, from the file's name.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What the words of a release say about the file.</summary>
    public ReleaseFacts Release { get; init; } = ReleaseFacts.None;

    /// <summary>Whether the path says which episode this is.</summary>
    public bool IsNumbered => Episodes.Count > 0 || Absolute.Count > 0 || AirDate is not null;

    /// <summary>
    /// Where to put the episode until somebody knows better: numbers through the whole show stand in season 1. Null where there
    /// is no number.
    /// </summary>
    public (int Season, int First, int Last)? Place =>
        Episodes.Count > 0 ? (Season ?? 1, Episodes[0], Episodes[^1])
        : Absolute.Count > 0 ? (Season ?? 1, (int)Absolute[0], (int)Absolute[^1])
        : null;
}

/// <summary>The meaning of an episode's path and the rules that gave it.</summary>
public sealed record EpisodePathExplanation(EpisodeName Name, IReadOnlyList<RuleHit> Rules);

/// <summary>What a season's folder says.</summary>
/// <param name="Number">0 for specials; null for a folder that is no season.</param>
/// <param name="Title">Behind the number: <c>Season 2 - Total Action</c>.</param>
public sealed record SeasonName(int? Number, string? Title, IReadOnlyDictionary<string, string> Ids);

/// <summary>The meaning of a folder's name and the rules that gave it.</summary>
public sealed record SeasonFolderExplanation(SeasonName Name, IReadOnlyList<RuleHit> Rules);

/// <summary>What a show's folder says.</summary>
/// <param name="Season">Of a folder that holds one season and bears the show's title as well: <c>Show.S02.1080p</c>.</param>
public sealed record ShowName(string? Title, int? Year, int? Season, IReadOnlyDictionary<string, string> Ids);

/// <summary>The meaning of a folder's name and the rules that gave it.</summary>
public sealed record ShowFolderExplanation(ShowName Name, IReadOnlyList<RuleHit> Rules);
