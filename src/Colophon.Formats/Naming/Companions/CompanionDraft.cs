namespace Colophon.Formats.Naming.Companions;

/// <summary>A companion's name while rules work on it, and the rules that did.</summary>
internal sealed class CompanionDraft(CompanionKind kind)
{
    private const int HitLimit = 50;
    private readonly List<RuleHit> _hits = [];

    public string? Video { get; set; }

    public string? Language { get; set; }

    public string? Title { get; set; }

    public bool IsDefault { get; set; }

    public bool IsForced { get; set; }

    public bool IsHearingImpaired { get; set; }

    public void Fire(NameRule rule, string input, string matched, string result)
    {
        if (_hits.Count < HitLimit)
        {
            _hits.Add(new RuleHit(rule.Id, rule.Text, input, matched.Trim(), result));
        }
    }

    public CompanionExplanation ToExplanation() =>
        new(new CompanionName(kind, Video, Language, Title, IsDefault, IsForced, IsHearingImpaired), _hits);
}
