using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>A name while rules work on it, and the rules that did.</summary>
internal sealed class BookNameDraft
{
    private const int HitLimit = 50;
    private const int TitleLimit = 500;

    private readonly List<RuleHit> _hits = [];

    public string Title { get; set; } = "";

    public string? Series { get; set; }

    public double? Number { get; set; }

    public int? Year { get; set; }

    public string? Asin { get; set; }

    public List<string> Authors { get; } = [];

    public List<string> Narrators { get; } = [];

    public IReadOnlyList<RuleHit> Hits => _hits;

    public void Fire(NameRule rule, string input, string matched, string result)
    {
        if (_hits.Count < HitLimit)
        {
            _hits.Add(new RuleHit(rule.Id, rule.Text, input, matched.Trim(), result));
        }
    }

    public Match? Match(NameRule rule) => rule.Pattern!.Match(Title) is { Success: true } match ? match : null;

    /// <summary>The title is what the rule found as such.</summary>
    public void Rename(NameRule rule, Match match, string result)
    {
        string input = Title;
        Title = match.Groups["title"].Value.Trim();
        Fire(rule, input, match.Value, $"title={Title}, {result}");
    }

    /// <summary>What the rule found goes out of the title, unless nothing else is there.</summary>
    public void Take(NameRule rule, Match match, string result)
    {
        string input = Title;
        string rest = $"{input.AsSpan(0, match.Index)} {input.AsSpan(match.Index + match.Length)}".Trim();
        Title = rest.Length == 0 ? input : CleanText.Line(rest, TitleLimit);
        Fire(rule, input, match.Value, result);
    }

    public void SetNumber(string digits) =>
        Number = double.TryParse(
            digits,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double number
        )
            ? number
            : Number;

    public BookName ToName() =>
        new(
            Title.Length == 0 ? null : Title[..Math.Min(Title.Length, TitleLimit)],
            Authors,
            string.IsNullOrWhiteSpace(Series) ? null : Series,
            Number,
            Year,
            Narrators
        )
        {
            Asin = Asin,
        };
}
