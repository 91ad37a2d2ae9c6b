using System.Text;
using System.Xml;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Epub;

/// <summary>The nav document of EPUB 3 (section 7): nested lists in the <c>nav</c> of type <c>toc</c>.</summary>
internal static class NavParser
{
    private const int LabelLimit = 2_000;

    public static void Parse(XmlReader reader, ChapterTree tree, CancellationToken cancellationToken)
    {
        while (TolerantXml.Advance(reader, cancellationToken))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "nav" && IsContents(reader))
            {
                ParseList(reader, tree, cancellationToken);
                return;
            }
        }
    }

    private static bool IsContents(XmlReader reader)
    {
        string? type =
            reader.GetAttribute("type", "http://www.idpf.org/2007/ops")
            ?? reader.GetAttribute("epub:type")
            ?? reader.GetAttribute("role");
        return type is null || type.Split(' ').Any(word => word is "toc" or "doc-toc");
    }

    private static void ParseList(XmlReader reader, ChapterTree tree, CancellationToken cancellationToken)
    {
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (TolerantXml.Advance(reader, cancellationToken) && reader.Depth > depth)
        {
            bool starts = reader.NodeType == XmlNodeType.Element;
            bool ends = reader.NodeType == XmlNodeType.EndElement || (starts && reader.IsEmptyElement);
            switch (reader.LocalName)
            {
                case "li":
                    if (starts)
                    {
                        tree.Open();
                    }

                    if (ends)
                    {
                        tree.Close();
                    }

                    break;
                case "a" or "span" when starts:
                    string? href = reader.GetAttribute("href");
                    string? spare = reader.GetAttribute("title");
                    string label = Label(reader, cancellationToken);
                    tree.Describe(string.IsNullOrWhiteSpace(label) ? spare : label, href);
                    break;
            }
        }
    }

    /// <summary>The text, with the alternative texts of pictures in it.</summary>
    private static string Label(XmlReader reader, CancellationToken cancellationToken)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        int depth = reader.Depth;
        var label = new StringBuilder();
        while (TolerantXml.Advance(reader, cancellationToken) && reader.Depth > depth)
        {
            string? part = reader.NodeType switch
            {
                XmlNodeType.Element when reader.LocalName is "img" => reader.GetAttribute("alt"),
                XmlNodeType.Element when reader.LocalName is "br" => " ",
                XmlNodeType.Element or XmlNodeType.EndElement => null,
                _ => reader.Value,
            };
            if (part is not null && label.Length < LabelLimit)
            {
                label.Append(part, 0, Math.Min(part.Length, LabelLimit));
            }
        }

        return label.ToString();
    }
}
