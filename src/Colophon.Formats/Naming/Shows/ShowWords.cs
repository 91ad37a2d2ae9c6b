using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Shows;

/// <summary>Words for seasons and episodes in the languages libraries are kept in, and numbers as names write them.</summary>
internal static partial class ShowWords
{
    /// <summary>Words that stand before a season's number.</summary>
    public const string Season =
        "seasons?|staffeln?|saisons?|temporadas?|temp|tem|stagion[ei]|seizoen(?:en)?|s[äa]song(?:er)?|seasong|sesong(?:er)?|"
        + "s[æa]son(?:er)?|sæsonen|kausi|kaudet|tuotantokausi|sezon[ay]?|sez[óo]na|sezonul|sezonas|hooaeg|[ée]vad|évadok|"
        + "sraith|denboraldia|musim|m[ùu]a|сезон[аы]?|сезони|сезона|σεζ[όο]ν|κύκλος|עונה|الموسم|موسم|ฤดูกาลที่|ซีซั่น|シーズン|시즌|"
        + "se(?=\\.)";

    /// <summary>Words for seasons that are words of titles as well.</summary>
    public const string WeakSeason = "series|s[ée]rie|s[ée]ries|seria|serija|сери[яи]";

    /// <summary>Words that stand before an episode's number.</summary>
    public const string Episode =
        "episodes?|episodios?|épisodes?|episodi|episódios?|epis[oó]dio|epizoda|epizod|epizodes|epizóda|folgen?|afleveringen|"
        + "aflevering|afl|avsnitt|afsnit|jakso|odcinek|odc|odcinki|cap[ií]tulos?|d[ií]l|rész|серия|серии|серія|эпизод|выпуск|"
        + "επεισόδιο|פרק|الحلقة|حلقة|ตอนที่|tập|eps?";

    /// <summary>Words that stand behind an episode's number.</summary>
    public const string EpisodeBehind = "серия|серія|серии|выпуск|b[oö]l[uü]m|blm|집|화|회|話|话|集|回";

    private static readonly FrozenDictionary<string, int> _numbers = new Dictionary<string, int>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["i"] = 1,
        ["ii"] = 2,
        ["iii"] = 3,
        ["iv"] = 4,
        ["v"] = 5,
        ["vi"] = 6,
        ["vii"] = 7,
        ["viii"] = 8,
        ["ix"] = 9,
        ["x"] = 10,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Digits, an English word or a Roman number up to ten; null for all else, and for more digits than a number has.</summary>
    public static int? Number(string text) =>
        _numbers.TryGetValue(text, out int word) ? word
        : text.Length <= 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
        : null;

    /// <summary>Years shows were made in; 1928 is the first of television.</summary>
    public static bool IsYear(int number) => number is >= 1928 and <= 2100;

    /// <summary>Wide digits and brackets of East Asian names as the plain ones.</summary>
    public static string Plain(string name)
    {
        if (!WidePattern().IsMatch(name))
        {
            return name;
        }

        return string.Create(
            name.Length,
            name,
            (span, text) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    span[i] = text[i] switch
                    {
                        >= '\uFF10' and <= '\uFF19' => (char)(text[i] - '\uFF10' + '0'),
                        '【' or '［' => '[',
                        '】' or '］' => ']',
                        '（' => '(',
                        '）' => ')',
                        '\u3000' or '★' => ' ',
                        _ => text[i],
                    };
                }
            }
        );
    }

    [GeneratedRegex("[\uFF10-\uFF19【】［］（）\u3000★]")]
    private static partial Regex WidePattern();
}
