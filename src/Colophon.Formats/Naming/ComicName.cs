namespace Colophon.Formats.Naming;

/// <summary>What a comic's number counts.</summary>
public enum ComicUnit
{
    /// <summary>Volumes, books, tomes: <c>v001</c>.</summary>
    Volume,

    /// <summary>Chapters, issues, episodes: <c>c012</c>.</summary>
    Chapter,
}

/// <summary>What a path says about a comic. Nulls are what it does not say.</summary>
/// <param name="Series">Null for a comic that stands alone.</param>
/// <param name="Title">What follows the numbers, or the whole name where there are none.</param>
/// <param name="VolumeEnd">Last of a range.</param>
/// <param name="ChapterEnd">Last of a range.</param>
/// <param name="Count">Of "3 (of 6)" the six.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Edition">Omnibus, uncensored, ...</param>
/// <param name="IsSpecial">True with the mark <c>SP01</c>.</param>
public sealed record ComicName(
    string? Series,
    string? Title,
    double? Volume,
    double? VolumeEnd,
    double? Chapter,
    double? ChapterEnd,
    int? Year,
    int? Count,
    string? Language,
    string? Edition,
    bool IsSpecial
)
{
    /// <summary>
    /// What the numbers count: chapters where there are any, but a single volume with a range of chapters is that volume.
    /// Null without numbers.
    /// </summary>
    public ComicUnit? Unit =>
        Chapter is null
            ? Volume is null
                ? null
                : ComicUnit.Volume
            : Volume is not null && ChapterEnd is not null && VolumeEnd is null
                ? ComicUnit.Volume
                : ComicUnit.Chapter;

    /// <summary>Place in the series, counted in <see cref="Unit"/>.</summary>
    public double? Number => Unit == ComicUnit.Volume ? Volume : Chapter;

    /// <summary>Last of a range, counted in <see cref="Unit"/>.</summary>
    public double? NumberEnd => Unit == ComicUnit.Volume ? VolumeEnd : ChapterEnd;
}

/// <summary>The meaning of a comic's path and the rules that gave it.</summary>
public sealed record ComicPathExplanation(ComicName Name, IReadOnlyList<RuleHit> Rules);
