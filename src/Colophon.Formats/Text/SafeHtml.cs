using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Colophon.Formats.Text;

/// <summary>
/// Makes foreign HTML safe to show: an allow-list of tags, no attributes but links to http, https and mail, no scripts,
/// styles, forms, pictures or comments. Text with hundreds of tags loses them all. The result may always be put into a page; where it has no tags it is plain text.
/// </summary>
public static partial class SafeHtml
{
    private const int MaxDepth = 40;

    // the parser of the standard copies every open formatting tag into every paragraph, so that hostile text grows with
    // the square of its tags; no honest description has this many
    private const int MaxTags = 500;

    private static readonly FrozenSet<string> _kept = Set(
        "p br hr b strong i em u s sub sup small ul ol li blockquote h3 h4 h5 h6 pre code q cite dl dt dd"
    );

    private static readonly FrozenSet<string> _dropped = Set(
        "script style head title meta link iframe object embed applet form input button select textarea svg math template noscript audio video canvas frame frameset"
    );

    // their own meaning is lost, but not that what is in them stands apart
    private static readonly FrozenDictionary<string, string> _renamed = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["div"] = "p",
        ["section"] = "p",
        ["article"] = "p",
        ["center"] = "p",
        ["h1"] = "h3",
        ["h2"] = "h3",
        ["strike"] = "s",
        ["del"] = "s",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _empty = Set("br hr");

    private static readonly FrozenSet<string> _blocks = Set("p ul ol li blockquote h3 h4 h5 h6 pre dl dt dd hr");

    [ThreadStatic]
    private static HtmlParser? _parser;

    /// <summary>Cleans text that may be HTML; null when nothing is left. Plain text is not parsed at all.</summary>
    /// <param name="limit">Characters kept of the text that goes in.</param>
    public static string? Clean(string? text, int limit)
    {
        string bounded = text is null || text.Length <= limit ? text ?? "" : CleanText.Lines(text, limit);
        string cleaned =
            !HasTags(bounded) ? FromPlain(bounded, limit)
            : bounded.AsSpan().Count('<') > MaxTags ? FromPlain(AnyTag().Replace(bounded, " "), limit)
            : FromHtml(bounded, limit);
        return cleaned.Length == 0 ? null : cleaned;
    }

    private static bool HasTags(string text)
    {
        for (int at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?')
            {
                return true;
            }
        }

        return false;
    }

    private static string FromPlain(string text, int limit) =>
        Present(CleanText.Lines(text.Contains('&') ? WebUtility.HtmlDecode(text) : text, limit));

    // what would be read as a tag or an entity is escaped, all else stands as it is
    private static string Present(string plain)
    {
        bool isRisky = plain.Contains('<') || (plain.Contains('&') && WebUtility.HtmlDecode(plain) != plain);
        return isRisky ? Escape(plain) : plain;
    }

    private static string FromHtml(string text, int limit)
    {
        _parser ??= new HtmlParser(new HtmlParserOptions { IsScripting = false });
        IElement? body = _parser.ParseDocument(text).Body;
        if (body is null)
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (INode node in body.ChildNodes)
        {
            Append(clean, node, 0, limit);
        }

        string html = CleanText.Lines(clean.ToString(), clean.Length);
        return HasTags(html) ? html : Present(WebUtility.HtmlDecode(html));
    }

    private static void Append(StringBuilder clean, INode node, int depth, int limit)
    {
        if (clean.Length > limit)
        {
            return; // here, so that every tag that was opened is closed
        }

        if (node is IText text)
        {
            clean.Append(Escape(text.Data.ReplaceLineEndings(" ")));
        }

        if (node is not IElement element || _dropped.Contains(element.LocalName))
        {
            return;
        }

        string tag = _renamed.GetValueOrDefault(element.LocalName, element.LocalName);
        string? link = tag == "a" ? SafeLink(element.GetAttribute("href")) : null;
        bool isKept = depth < MaxDepth && (link is not null || _kept.Contains(tag)) && !IsHollow(tag, element);
        if (isKept)
        {
            clean.Append(
                link is null ? $"<{tag}>" : $"<a href=\"{Escape(link)}\" rel=\"noopener noreferrer nofollow\">"
            );
        }

        // beyond the depth only the text is taken, so that the walk is bounded
        if (depth < MaxDepth)
        {
            foreach (INode child in element.ChildNodes)
            {
                Append(clean, child, depth + 1, limit);
            }
        }
        else
        {
            clean.Append(Escape(element.TextContent));
        }

        if (isKept && !_empty.Contains(tag))
        {
            clean.Append(link is null ? $"</{tag}>" : "</a>");
        }
        else if (_blocks.Contains(tag) && !isKept)
        {
            clean.Append(' ');
        }
    }

    // a division around paragraphs would make a paragraph around paragraphs, which is no HTML
    private static bool IsHollow(string tag, IElement element) =>
        tag == "p"
        && (
            element.Children.Any(child =>
                _blocks.Contains(_renamed.GetValueOrDefault(child.LocalName, child.LocalName))
            ) || element.TextContent.AsSpan().Trim().IsEmpty
        );

    private static string? SafeLink(string? href) =>
        Uri.TryCreate(href?.Trim(), UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" or "mailto"
            ? uri.AbsoluteUri
            : null;

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    [GeneratedRegex("<[^<>]{0,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
