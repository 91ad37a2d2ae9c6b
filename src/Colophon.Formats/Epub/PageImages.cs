using System.Net;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Epub;

/// <summary>
/// References to pictures in a page, in order: <c>img src</c> and SVG's <c>image xlink:href</c>. Pages are often no
/// well-formed XML, and for this nothing more than the tags is needed.
/// </summary>
internal static partial class PageImages
{
    private const int Limit = 20;

    public static IEnumerable<string> Find(string page)
    {
        Match match = Tag().Match(page);
        for (int i = 0; i < Limit && match.Success; i++, match = match.NextMatch())
        {
            yield return WebUtility.HtmlDecode(match.Groups["path"].Value);
        }
    }

    [GeneratedRegex(
        """<(?:\w{1,10}:)?(?:img|image)\b[^<>]{0,2000}?\b(?:src|href)\s*=\s*["'](?<path>[^"'<>]{1,2000})["']""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();
}
