using System.Collections.Frozen;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Where in a name it is said which episode this is: before it is the show, behind it the title.</summary>
internal readonly record struct EpisodeMark(int Start, int End)
{
    /// <summary>Both, and what stands between them.</summary>
    public EpisodeMark With(EpisodeMark other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}

/// <summary>An episode's name while rules work on it, and the rules that did.</summary>
internal sealed class EpisodeDraft
{
    private const int RangeLimit = 200;

    public RuleHitList Hits { get; init; } = new();

    public string? Show { get; set; }

    public int? ShowYear { get; set; }

    public int? Season { get; set; }

    public List<int> Episodes { get; set; } = [];

    public List<double> Absolute { get; set; } = [];

    public DateOnly? AirDate { get; set; }

    public string? Title { get; set; }

    public int? Part { get; set; }

    public bool IsSpecial { get; set; }

    public IReadOnlyDictionary<string, string> ShowIds { get; set; } = FrozenDictionary<string, string>.Empty;

    public IReadOnlyDictionary<string, string> Ids { get; set; } = FrozenDictionary<string, string>.Empty;

    public ReleaseFacts Release { get; set; } = ReleaseFacts.None;

    public bool IsNumbered => Episodes.Count > 0 || Absolute.Count > 0 || AirDate is not null;

    /// <summary>
    /// Numbers as they are written: rising, as far as they rise. Two that a dash joins are a range; more than two hundred at
    /// once are none that anybody has in one file, so only the first counts.
    /// </summary>
    public static List<int> Numbers(int first, IReadOnlyList<int> next, bool isRange)
    {
        List<int> numbers = [first];
        foreach (int number in next)
        {
            if (number <= numbers[^1])
            {
                break;
            }

            numbers.Add(number);
        }

        if (numbers[^1] - first > RangeLimit)
        {
            return [first];
        }

        return isRange && numbers.Count == 2 ? [.. Enumerable.Range(first, numbers[1] - first + 1)] : numbers;
    }

    public EpisodeName ToName() =>
        new(Show, ShowYear, Season, Episodes, Absolute, AirDate, Title, Part)
        {
            IsSpecial = IsSpecial || Season == 0,
            ShowIds = ShowIds,
            Ids = Ids,
            Release = Release,
        };
}
