using System.Globalization;

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
