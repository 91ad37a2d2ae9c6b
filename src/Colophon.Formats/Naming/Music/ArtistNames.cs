using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>Artists as one text names them.</summary>
/// <param name="Text">Without the guests.</param>
/// <param name="Names">Whose work it is; a title names none.</param>
/// <param name="Featured">Guests.</param>
public sealed record ArtistCredit(string Text, IReadOnlyList<string> Names, IReadOnlyList<string> Featured);

/// <summary>Reads names of artists and their guests. Never throws.</summary>
public static class ArtistNames
{
    /// <summary>Of albums by several artists; MusicBrainz calls it so.</summary>
    public const string Various = "Various Artists";

    /// <summary>The id of Various Artists at MusicBrainz.</summary>
    public const string VariousId = "89ad4ac3-39f7-470e-963a-56509c546377";

    private const int Limit = 50;
    private const int NameLimit = 500;

    private static readonly FrozenSet<string> _various = Keys(
        "various artists; various artist; various; va; v a; v/a; verschiedene interpreten; verschiedene; verschiedene künstler; "
            + "diverse; diverse interpreten; div interpreten; div; artistes divers; artistes variés; divers; artisti vari; aa vv; "
            + "varios artistas; varios; vários artistas; vários; vários intérpretes; diverse artiesten; diverse kunstnere; diverse artister; "
            + "blandade artister; eri esittäjiä; różni wykonawcy; różni artyści; různí interpreti; różni; різні виконавці; "
            + "разные исполнители; сборник; multi interpretes; multiple artists; ヴァリアス; ヴァリアスアーティスト; オムニバス; 群星; 合輯"
    );

    private static readonly FrozenSet<string> _unknown = Keys(
        "unknown; unknown artist; unknown album; unknown title; unbekannt; unbekannter interpret; unbekannter künstler; "
            + "unbekanntes album; artiste inconnu; album inconnu; artista desconocido; no artist; no album; n/a"
    );

    private static readonly string _variousKey = TextKeys.NameKey(Various);

    /// <summary>Whether this is one of the spellings of <see cref="Various"/>.</summary>
    public static bool IsVarious(string? name) => name is not null && _various.Contains(TextKeys.NameKey(name));

    /// <summary>Whether programs write this where they know no artist, or no album.</summary>
    public static bool IsUnknown(string? name) => name is null || _unknown.Contains(TextKeys.NameKey(name));

    /// <summary>
    /// Single artists of a tag's values: divided where that is safe, with one spelling for Various Artists, each once, at most
    /// fifty. What programs write for unknown artists is none.
    /// </summary>
    /// <param name="values">As the file divides them.</param>
    public static IReadOnlyList<string> Split(IEnumerable<string> values)
    {
        List<string>? names = null;
        HashSet<string>? keys = null;
        foreach (string value in values)
        {
            foreach (string piece in ArtistRules.Several.Pattern!.Split(value))
            {
                string name = CleanText.Line(piece, NameLimit);
                string key = TextKeys.NameKey(name);
                bool isVarious = _various.Contains(key);
                if (name.Length > 0 && !_unknown.Contains(key) && (keys ??= []).Add(isVarious ? _variousKey : key))
                {
                    (names ??= []).Add(isVarious ? Various : name);
                }
            }
        }

        return names is null ? [] : names[..Math.Min(names.Count, Limit)];
    }

    /// <summary>The artists of a value, and behind "feat." their guests.</summary>
    public static ArtistCredit Credit(string value) => Credit(value, new RuleHitList());

    /// <summary>The guests that a title names, and the title without them.</summary>
    public static ArtistCredit InTitle(string title) => Take(title, new RuleHitList()) with { Names = [] };

    internal static ArtistCredit Credit(string value, RuleHitList hits)
    {
        if (IsVarious(value))
        {
            hits.Fire(ArtistRules.Various, value, value, $"artist={Various}");
        }

        ArtistCredit credit = Take(value, hits);
        IReadOnlyList<string> names = Split([credit.Text]);
        if (names.Count > 1)
        {
            hits.Fire(ArtistRules.Several, value, value, $"artists={names.Count}");
        }

        return credit with
        {
            Names = names,
        };
    }

    /// <summary>Takes the guests off a text.</summary>
    internal static ArtistCredit Take(string text, RuleHitList hits)
    {
        var featured = new List<string>();
        string rest = text;
        foreach (NameRule rule in (NameRule[])[ArtistRules.Featured, ArtistRules.With])
        {
            rest = rule.Pattern!.Replace(
                rest,
                match =>
                {
                    featured.AddRange(Guests(match.Groups["names"].Value));
                    hits.Fire(rule, text, match.Value, $"featured={match.Groups["names"].Value}");
                    return "";
                }
            );
        }

        return featured.Count == 0
            ? new ArtistCredit(text, [], [])
            : new ArtistCredit(CleanText.Line(rest, NameLimit), [], Split(featured));
    }

    /// <summary>"B feat. C" names two.</summary>
    private static IEnumerable<string> Guests(string names)
    {
        ArtistCredit inner = new(names, [], []);
        Match next = ArtistRules.Featured.Pattern!.Match(names);
        if (next.Success)
        {
            inner = new ArtistCredit(names[..next.Index], [], [.. Guests(next.Groups["names"].Value)]);
        }

        return [inner.Text, .. inner.Featured];
    }

    private static FrozenSet<string> Keys(string names) =>
        names.Split("; ").Select(TextKeys.NameKey).ToFrozenSet(StringComparer.Ordinal);
}
