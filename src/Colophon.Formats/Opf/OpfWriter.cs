using System.Text;
using System.Xml;
using System.Xml.Linq;
using Colophon.Formats.Epub;

namespace Colophon.Formats.Opf;

/// <summary>
/// Writes a package document for a book in a folder, as calibre's <c>metadata.opf</c> is: EPUB 3 with calibre's metas for the
/// series, so that every program finds words it knows. Equal metadata give equal bytes.
/// </summary>
public static class OpfWriter
{
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CheckCharacters = false,
    };

    /// <summary>The bytes of the document.</summary>
    /// <param name="bookId">What names the book in the package when it has no identifier of its own.</param>
    /// <param name="cover">Name of the picture beside the document; null when there is none.</param>
    public static byte[] Write(PackageMetadata metadata, string bookId, string? cover)
    {
        var opf = PackageElements.OpfNames;
        IReadOnlyList<XElement> elements = new PackageElements(
            metadata,
            PackageDialect.Refinements,
            opf,
            new HashSet<string>(StringComparer.Ordinal) { "book-id" }
        ).Make();
        var described = new XElement(
            opf + "metadata",
            new XAttribute(XNamespace.Xmlns + "dc", PackageElements.Dc),
            elements
        );
        described.AddFirst(new XElement(PackageElements.Dc + "identifier", new XAttribute("id", "book-id"), bookId));
        var package = new XElement(
            opf + "package",
            new XAttribute("version", "3.0"),
            new XAttribute("unique-identifier", "book-id"),
            described
        );
        if (cover is not null)
        {
            package.Add(
                new XElement(
                    opf + "guide",
                    new XElement(
                        opf + "reference",
                        new XAttribute("type", "cover"),
                        new XAttribute("title", "Cover"),
                        new XAttribute("href", cover)
                    )
                )
            );
        }

        return PackageXml.Bytes(new XDocument(package), _settings);
    }
}
