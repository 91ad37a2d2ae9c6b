using System.Net;

namespace Colophon.Formats.Xml;

/// <summary>Reads a start tag: attributes without quotes or values and those that come twice are read over.</summary>
internal static class LooseTag
{
    private const int NameLimit = 200;
    private const int AttributeLimit = 100;

    /// <summary>The element that the tag at a <c>&lt;</c> begins, ending where the tag does; null when there is none.</summary>
    public static LooseElement? Read(string text, int at)
    {
        int nameEnd = NameEnd(text, at + 1);
        if (nameEnd == at + 1)
        {
            return null;
        }

        var element = new LooseElement(text[(at + 1)..nameEnd], at);
        int end = TakeAttributes(text, element, nameEnd);
        if (end < 0)
        {
            return null;
        }

        element.ContentStart = element.End = end;
        element.IsSelfClosed = text[end - 2] == '/';
        return element;
    }

    /// <summary>The place behind the tag; -1 when it is none.</summary>
    private static int TakeAttributes(string text, LooseElement element, int at)
    {
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '>')
            {
                return at + 1;
            }

            if (c == '/' && at + 1 < text.Length && text[at + 1] == '>')
            {
                return at + 2;
            }

            if (c == '<' || element.Attributes.Count > AttributeLimit)
            {
                return -1;
            }

            at = char.IsWhiteSpace(c) ? at + 1 : TakeAttribute(text, element, at);
            if (at < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    private static int TakeAttribute(string text, LooseElement element, int at)
    {
        int nameEnd = NameEnd(text, at);
        if (nameEnd == at)
        {
            element.IsCareless = true;
            return at + 1;
        }

        string name = text[at..nameEnd];
        int sign = SkipSpace(text, nameEnd);
        if (sign >= text.Length || text[sign] != '=')
        {
            element.IsCareless = true;
            element.Add(name, "");
            return nameEnd;
        }

        int start = SkipSpace(text, sign + 1);
        if (start >= text.Length)
        {
            return -1;
        }

        bool isQuoted = text[start] is '"' or '\'';
        int end =
            isQuoted ? text.IndexOf(text[start], start + 1)
            : text.AsSpan(start).IndexOfAny(" \t\r\n>") is >= 0 and var length ? start + length
            : -1;
        if (end < 0)
        {
            return -1;
        }

        string raw = text[(isQuoted ? start + 1 : start)..end];
        element.IsCareless |= !isQuoted || element.Attribute(name) is not null || !IsWell(raw);
        element.Add(name, WebUtility.HtmlDecode(raw));
        return isQuoted ? end + 1 : end;
    }

    private static bool IsWell(string raw) => !raw.Contains('<') && IsWell(raw, out _);

    /// <summary>Whether each ampersand begins an entity that XML knows; where not, the place of the first that does not.</summary>
    public static bool IsWell(ReadOnlySpan<char> raw, out int mistake)
    {
        mistake = 0;
        while (raw[mistake..].IndexOf('&') is >= 0 and var ampersand)
        {
            mistake += ampersand;
            if (!LooseDocument.IsEntity(raw[mistake..]))
            {
                return false;
            }

            mistake++;
        }

        return true;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The place behind the name that begins here; the same place when none does.</summary>
    public static int NameEnd(string text, int at)
    {
        int end = at;
        while (end < text.Length && end - at < NameLimit && IsNamed(text[end], isFirst: end == at))
        {
            end++;
        }

        return end;
    }

    private static bool IsNamed(char c, bool isFirst) =>
        char.IsLetter(c) || c == '_' || (!isFirst && (char.IsDigit(c) || c is '-' or '.' or ':'));
}
