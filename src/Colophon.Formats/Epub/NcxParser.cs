using System.Xml;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Epub;

/// <summary>The NCX of EPUB 2 (OPF 2.0.1 section 2.4.1): nested <c>navPoint</c>s in the <c>navMap</c>.</summary>
internal static class NcxParser
{
    private const int LabelLimit = 2_000;

    public static void Parse(XmlReader reader, ChapterTree tree, CancellationToken cancellationToken)
    {
        bool inMap = false;
        while (TolerantXml.Advance(reader, cancellationToken))
        {
            bool starts = reader.NodeType == XmlNodeType.Element;
            bool ends = reader.NodeType == XmlNodeType.EndElement || (starts && reader.IsEmptyElement);
            switch (reader.LocalName)
            {
                case "navMap":
                    inMap = starts;
                    if (ends)
                    {
                        return;
                    }

                    break;
                case "navPoint" when inMap:
                    if (starts)
                    {
                        tree.Open();
                    }

                    if (ends)
                    {
                        tree.Close();
                    }

                    break;
                case "text" when inMap && starts:
                    tree.Describe(ElementText.Read(reader, LabelLimit, cancellationToken, out _), null);
                    break;
                case "content" when inMap && starts:
                    tree.Describe(null, reader.GetAttribute("src"));
                    break;
            }
        }
    }
}
