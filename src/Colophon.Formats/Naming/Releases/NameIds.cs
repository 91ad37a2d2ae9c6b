using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Releases;

/// <summary>
/// Ids of providers in names: <c>{tmdb-603}</c>, <c>[imdbid=tt0133093]</c>, <c>(tvdb=6)</c>, a bare <c>tt0133093</c>. The first
/// that is not blank counts; brackets must match. The keys are <c>tmdb</c>, <c>imdb</c>, <c>tvdb</c>, <c>tvmaze</c>,
/// <c>anidb</c>, <c>anilist</c> and <c>anisearch</c>.
/// </summary>
public static partial class NameIds
{
    private const int Limit = 500;

    private static readonly FrozenDictionary<string, string> _none = FrozenDictionary<string, string>.Empty;

    /// <summary>The ids in the name of one file or folder; what a folder has is the folder's and not that of all within.</summary>
    public static IReadOnlyDictionary<string, string> In(string name) => Take(name, []).Ids;

    /// <summary>The ids and the name without them.</summary>
    internal static (IReadOnlyDictionary<string, string> Ids, string Remainder) Take(string name, List<RuleHit> hits)
    {
        if (!name.Contains('-') && !name.Contains('=') && !name.Contains("tt", StringComparison.OrdinalIgnoreCase))
        {
            return (_none, name);
        }

        Dictionary<string, string>? ids = null;
        string rest = name;
        foreach (Match match in MarkPattern().Matches(name).Concat(BarePattern().Matches(name)))
        {
            if (!AreBracketsEqual(match))
            {
                continue;
            }

            string key = match.Groups["key"] is { Success: true } named ? named.Value.ToLowerInvariant() : "imdb";
            string value = match.Groups["value"].Value.ToLowerInvariant();
            bool isId = value.Length > 0 && (key == "imdb") == value.StartsWith('t');
            if (isId && (ids ??= new Dictionary<string, string>(StringComparer.Ordinal)).TryAdd(key, value))
            {
                hits.Add(
                    new RuleHit(ReleaseRules.Id.Id, ReleaseRules.Id.Text, name, match.Value.Trim(), $"{key}={value}")
                );
            }

            rest = rest.Replace(match.Value, " ", StringComparison.Ordinal);
        }

        return rest.Length == name.Length
            ? (_none, name)
            : (ids ?? (IReadOnlyDictionary<string, string>)_none, CleanText.Line(rest, Limit));
    }

    private static bool AreBracketsEqual(Match match) =>
        (match.Groups["open"].Value, match.Groups["close"].Value) is ("[", "]") or ("{", "}") or ("(", ")") or ("", "");

    [GeneratedRegex(
        @"(?<open>[\[({])(?<key>tmdb|imdb|tvdb|tvmaze|anidb|anilist|anisearch)(?:id)?[=:-]\s{0,3}(?<value>tt[0-9]{1,12}|[0-9]{1,12})?\s{0,3}(?<close>[\])}])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    internal static partial Regex MarkPattern();

    [GeneratedRegex(
        @"(?:(?<open>[\[({])|(?<![a-z0-9=:]|[a-z][-]))(?<value>tt[0-9]{7,10})(?:(?<close>[\])}])|(?![a-z0-9\])}]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex BarePattern();
}
