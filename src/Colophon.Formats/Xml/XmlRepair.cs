using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Colophon.Formats.Xml;

/// <summary>
/// Mends what real package documents get wrong: bytes before the declaration, a wrong or unknown encoding, HTML entities,
/// bare ampersands, prefixes without a declaration. Control characters and missing end tags are not mended: such a
/// document is damaged, not careless.
/// </summary>
internal static partial class XmlRepair
{
    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>By byte order mark, then the declaration, then UTF-8, then Windows-1252, in which no byte is wrong.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.Length > 3 && bytes[0] == '<' && bytes[1] == 0)
        {
            return Encoding.Unicode.GetString(bytes);
        }

        if (bytes.Length > 3 && bytes[0] == 0 && bytes[1] == '<')
        {
            return Encoding.BigEndianUnicode.GetString(bytes);
        }

        return Declared(bytes) is { } declared ? declared.GetString(bytes) : Utf8OrWestern(bytes);
    }

    /// <summary>True when the document defines entities: then undefined ones are not mistakes but traps.</summary>
    public static bool DefinesEntities(string text) => text.Contains("<!ENTITY", StringComparison.Ordinal);

    public static string Repair(string text)
    {
        int start = text.AsSpan(0, Math.Min(text.Length, 1024)).IndexOf('<');
        string body = XmlDeclaration().Replace(start > 0 ? text[start..] : text, "", 1);
        return body.Contains('&') ? RepairEntities(body) : body;
    }

    /// <summary>The prefixes of package documents, for those that forget to declare them.</summary>
    public static XmlParserContext KnownPrefixes()
    {
        var names = new NameTable();
        var prefixes = new XmlNamespaceManager(names);
        prefixes.AddNamespace("dc", "http://purl.org/dc/elements/1.1/");
        prefixes.AddNamespace("dcterms", "http://purl.org/dc/terms/");
        prefixes.AddNamespace("opf", "http://www.idpf.org/2007/opf");
        prefixes.AddNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        prefixes.AddNamespace("epub", "http://www.idpf.org/2007/ops");
        prefixes.AddNamespace("xlink", "http://www.w3.org/1999/xlink");
        prefixes.AddNamespace("svg", "http://www.w3.org/2000/svg");
        prefixes.AddNamespace("calibre", "http://calibre.kovidgoyal.net/2009/metadata");
        prefixes.AddNamespace("ibooks", "http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/");
        prefixes.AddNamespace("rendition", "http://www.idpf.org/vocab/rendition/#");
        prefixes.AddNamespace("ns0", "http://www.idpf.org/2007/opf"); // what some tools name a namespace they do not know
        prefixes.AddNamespace("ncx", "http://www.daisy.org/z3986/2005/ncx/");
        return new XmlParserContext(names, prefixes, "", XmlSpace.None);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        if (EncodingName().Match(head) is not { Success: true } match)
        {
            return null;
        }

        string name = match.Groups[1].Value;
        if (name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return null; // what says so and is not is the reason for this repair
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException) // an encoding nobody knows
        {
            return null;
        }
    }

    private static string Utf8OrWestern(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return _windows1252.GetString(bytes);
        }
    }

    private static string RepairEntities(string body)
    {
        var repaired = new StringBuilder(body.Length + 64);
        int at = 0;
        while (at < body.Length)
        {
            int next = body.AsSpan(at).IndexOfAny('&', '<');
            if (next < 0)
            {
                break;
            }

            repaired.Append(body, at, next);
            at += next;
            at = body[at] == '&' ? AppendEntity(repaired, body, at) : AppendMarkup(repaired, body, at);
        }

        return repaired.Append(body, at, body.Length - at).ToString();
    }

    // comments and CDATA sections hold ampersands that are right as they are
    private static int AppendMarkup(StringBuilder repaired, string body, int at)
    {
        int end = at + 1;
        if (
            body.AsSpan(at).StartsWith("<![CDATA[")
            && body.IndexOf("]]>", at, StringComparison.Ordinal) is > 0 and var data
        )
        {
            end = data;
        }
        else if (
            body.AsSpan(at).StartsWith("<!--") && body.IndexOf("-->", at, StringComparison.Ordinal) is > 0 and var note
        )
        {
            end = note;
        }

        repaired.Append(body, at, end - at);
        return end;
    }

    private static int AppendEntity(StringBuilder repaired, string body, int at)
    {
        int end = at + 1;
        while (end < body.Length && end - at < 40 && (char.IsAsciiLetterOrDigit(body[end]) || body[end] == '#'))
        {
            end++;
        }

        if (end == at + 1 || end == body.Length || body[end] != ';')
        {
            repaired.Append("&amp;");
            return at + 1;
        }

        string entity = body[at..(end + 1)];
        if (entity[1] == '#' || entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
        {
            repaired.Append(entity);
            return end + 1;
        }

        string decoded = WebUtility.HtmlDecode(entity);
        repaired.Append(decoded == entity ? $"&amp;{entity[1..]}" : decoded);
        return end + 1;
    }

    [GeneratedRegex("""^\s*<\?xml\b[^>]{0,500}\?>""", RegexOptions.CultureInvariant)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<\?xml\b[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex EncodingName();
}
