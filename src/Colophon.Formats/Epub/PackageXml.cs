using System.Xml;
using System.Xml.Linq;

namespace Colophon.Formats.Epub;

/// <summary>A package document as bytes.</summary>
internal static class PackageXml
{
    public static byte[] Bytes(XDocument document, XmlWriterSettings settings)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }
}
