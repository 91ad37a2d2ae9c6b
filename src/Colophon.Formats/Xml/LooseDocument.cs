using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Xml;

/// <summary>
/// A document as <see cref="LooseXml"/> read it: pieces with their places in the text, so that one of them can be changed and
/// every other character stays as it is.
/// </summary>
internal sealed partial class LooseDocument(string text, LooseElement top)
{
    private const int MistakeLimit = 10;

    private readonly List<(string What, int At)> _mistakes = [];

    public string Text => text;

    /// <summary>Holds what stands outside of everything: roots, and text before and after them.</summary>
    public LooseElement Top => top;

    /// <summary>True when there is a DOCTYPE; nothing behind it was read.</summary>
    public bool HasDoctype { get; set; }

    /// <summary>True when there were more elements, or deeper ones, than are read.</summary>
    public bool IsCut { get; set; }

    public bool HasMistakes => _mistakes.Count > 0;

    /// <summary>The first mistakes, each with its line, for people.</summary>
    public IEnumerable<string> Mistakes =>
        _mistakes.Select(mistake => $"line {text.AsSpan(0, mistake.At).Count('\n') + 1}: {mistake.What}");

    public void Note(string what, int at)
    {
        if (_mistakes.Count < MistakeLimit)
        {
            _mistakes.Add((what, at));
        }
    }

    /// <summary>The text of an element and of all in it, entities decoded; tags separate words. Longer ones are cut.</summary>
    public string TextOf(LooseElement element, int limit, out bool cut)
    {
        var said = new StringBuilder();
        Collect(element, said, limit);
        cut = said.Length > limit;
        if (cut)
        {
            said.Length = char.IsHighSurrogate(said[limit - 1]) ? limit - 1 : limit;
        }

        return said.ToString();
    }

    /// <summary>The document as XML wants it: tags closed, stray ones gone, ampersands escaped. What stands outside of the roots is unchanged.</summary>
    public string Mended()
    {
        var mended = new StringBuilder(text.Length + 64);
        int at = 0;
        foreach (LooseElement root in top.Elements)
        {
            mended.Append(text, at, root.Start - at);
            Mend(root, mended);
            at = root.End;
        }

        mended.Append(text, at, text.Length - at);
        return mended.ToString();
    }

    /// <summary>Text as it may stand in a document.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Text as it may stand between the quotes of an attribute.</summary>
    public static string EscapeAttribute(string text) =>
        Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal);

    /// <summary>Whether an ampersand begins something that XML knows without definitions.</summary>
    public static bool IsEntity(ReadOnlySpan<char> fromAmpersand) => Entity().IsMatch(fromAmpersand);

    private void Collect(LooseElement element, StringBuilder said, int limit)
    {
        foreach (LooseNode node in element.Nodes)
        {
            if (said.Length > limit)
            {
                return;
            }

            switch (node.Kind)
            {
                case LooseKind.Text:
                    // an entity is longer than what it stands for
                    said.Append(WebUtility.HtmlDecode(text[node.Start..node.End]));
                    break;
                case LooseKind.Data:
                    said.Append(DataOf(node));
                    break;
                case LooseKind.Element:
                    said.Append(' ');
                    Collect((LooseElement)node, said, limit);
                    said.Append(' ');
                    break;
                default:
                    break;
            }
        }
    }

    private ReadOnlySpan<char> DataOf(LooseNode node)
    {
        ReadOnlySpan<char> data = text.AsSpan(node.Start, node.End - node.Start)["<![CDATA[".Length..];
        return data.EndsWith("]]>") ? data[..^3] : data;
    }

    private void Mend(LooseElement element, StringBuilder mended)
    {
        if (element.IsCareless)
        {
            mended.Append('<').Append(element.Name);
            foreach ((string name, string value) in element.Attributes)
            {
                mended.Append(' ').Append(name).Append("=\"").Append(EscapeAttribute(value)).Append('"');
            }

            mended.Append(element.IsSelfClosed ? "/>" : ">");
        }
        else
        {
            mended.Append(text, element.Start, element.ContentStart - element.Start);
        }

        foreach (LooseNode node in element.Nodes)
        {
            MendNode(node, mended);
        }

        if (!element.IsSelfClosed)
        {
            mended.Append("</").Append(element.Name).Append('>');
        }
    }

    private void MendNode(LooseNode node, StringBuilder mended)
    {
        string raw = node.Kind == LooseKind.Element ? "" : text[node.Start..node.End];
        switch (node.Kind)
        {
            case LooseKind.Element:
                Mend((LooseElement)node, mended);
                break;
            case LooseKind.Text:
                mended.Append(Ampersand().Replace(raw, MendEntity).Replace("<", "&lt;", StringComparison.Ordinal));
                break;
            case LooseKind.Data:
                mended.Append(raw).Append(raw.EndsWith("]]>", StringComparison.Ordinal) ? "" : "]]>");
                break;
            default:
                mended.Append(raw);
                break;
        }
    }

    /// <summary>What XML knows stays, what HTML knows becomes the character, the rest was meant as it stands.</summary>
    private static string MendEntity(Match match)
    {
        string entity = match.Value;
        return IsEntity(entity) ? entity : Escape(WebUtility.HtmlDecode(entity));
    }

    [GeneratedRegex("^&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex("&(?:[#A-Za-z0-9]{1,32};)?", RegexOptions.CultureInvariant)]
    private static partial Regex Ampersand();
}
