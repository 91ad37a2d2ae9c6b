using Colophon.Formats.Comic;

namespace Colophon.Formats.Naming;

/// <summary>A comic's name while rules work on it, and the rules that did.</summary>
internal sealed class ComicNameDraft
{
    private const int HitLimit = 50;
    private readonly List<RuleHit> _hits = [];

    /// <summary>What is left to be read.</summary>
    public string Rest { get; set; } = "";

    public string? Series { get; set; }

    public string? Title { get; set; }

    public (double Start, double? End)? Volume { get; set; }

    public (double Start, double? End)? Chapter { get; set; }

    /// <summary>The chapter is a bare number, which a folder's word outweighs.</summary>
    public bool IsBare { get; set; }

    public int? Year { get; set; }

    public int? Count { get; set; }

    public string? Language { get; set; }

    public string? Edition { get; set; }

    public bool IsSpecial { get; set; }

    public bool HasNumber => Volume is not null || Chapter is not null;

    public IReadOnlyList<RuleHit> Hits => _hits;

    public void Fire(NameRule rule, string input, string matched, string result)
    {
        if (_hits.Count < HitLimit)
        {
            _hits.Add(new RuleHit(rule.Id, rule.Text, input, matched.Trim(), result));
        }
    }

    public void FireAll(IEnumerable<RuleHit> hits) => _hits.AddRange(hits.Take(HitLimit - _hits.Count));

    /// <summary>A range counts only when it rises; <c>356-1</c> is volume 356, part 1.</summary>
    public static (double Start, double? End) Range(string number, string end)
    {
        double start = ComicNumber.Parse(number)?.Start ?? 0;
        double? last = ComicNumber.Parse(end)?.Start;
        return (start, last > start ? last : null);
    }

    public ComicName ToName() =>
        new(
            Series,
            Title,
            Volume?.Start,
            Volume?.End,
            Chapter?.Start,
            Chapter?.End,
            Year,
            Count,
            Language,
            Edition,
            IsSpecial
        );
}
