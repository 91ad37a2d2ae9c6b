using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming;

/// <summary>The rules that fired on a name, fifty at most.</summary>
internal sealed class RuleHitList
{
    private const int Limit = 50;
    private readonly List<RuleHit> _hits = [];

    public IReadOnlyList<RuleHit> All => _hits;

    public void Fire(NameRule rule, string input, string matched, string result)
    {
        if (_hits.Count < Limit)
        {
            _hits.Add(new RuleHit(rule.Id, rule.Text, input, matched.Trim(), result));
        }
    }

    public void AddAll(IEnumerable<RuleHit> hits) => _hits.AddRange(hits.Take(Limit - _hits.Count));

    /// <summary>The ids of a name, and the name without them.</summary>
    public IReadOnlyDictionary<string, string> TakeIds(string name, out string rest)
    {
        var hits = new List<RuleHit>();
        (IReadOnlyDictionary<string, string> ids, rest) = NameIds.Take(name, hits);
        AddAll(hits);
        return ids;
    }
}
