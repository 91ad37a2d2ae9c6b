using System.Xml;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Epub;

/// <summary>META-INF/container.xml (EPUB 3.3 section 4.2.6.3.1): it alone says which package document counts.</summary>
internal static class EpubContainer
{
    public const string Path = "META-INF/container.xml";

    private const string PackageType = "application/oebps-package+xml";

    /// <summary>
    /// The path of the first package document named, the default rendition. Null when there is none; empty when it leads
    /// out of the archive.
    /// </summary>
    public static string? Package(PooledBytes container, CancellationToken cancellationToken)
    {
        TolerantXml.Read(container, reader => Rootfile(reader, cancellationToken), out string? path, out _);
        return string.IsNullOrWhiteSpace(path) ? null : ZipPath.Resolve("", path) ?? "";
    }

    private static string Rootfile(XmlReader reader, CancellationToken cancellationToken)
    {
        string first = "";
        while (TolerantXml.Advance(reader, cancellationToken))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "rootfile")
            {
                continue;
            }

            string path = reader.GetAttribute("full-path") ?? "";
            string type = reader.GetAttribute("media-type") ?? PackageType;
            if (path.Length > 0 && type.Trim().Equals(PackageType, StringComparison.OrdinalIgnoreCase))
            {
                return path;
            }

            first = first.Length == 0 ? path : first;
        }

        return first;
    }
}
