using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Colophon.Formats.Epub;

/// <summary>
/// Puts metadata into a package document that stands in an EPUB. What a catalog knows is replaced; everything else stays:
/// rights, sources, the identifier that names the package, settings of the rendition, manifest, spine, guide.
/// </summary>
internal sealed class PackageRewriter
{
    private static readonly HashSet<string> _replacedTerms =
    [
        "title",
        "creator",
        "contributor",
        "subject",
        "description",
        "publisher",
        "date",
        "language",
        "identifier",
    ];

    private static readonly HashSet<string> _replacedMetas =
    [
        "calibre:series",
        "calibre:series_index",
        "calibre:title_sort",
        "belongs-to-collection",
        "imprint",
        "ibooks:imprint",
        "books:imprint",
        "schema:imprint",
    ];

    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
    };

    private readonly XDocument _document;
    private readonly XElement _package;
    private readonly XElement _metadata;
    private readonly XNamespace _opf;

    private PackageRewriter(XDocument document, XElement metadata)
    {
        _document = document;
        _package = document.Root!;
        _metadata = metadata;
        _opf = _package.Name.Namespace;
    }

    /// <summary>Null when the document has no metadata.</summary>
    public static PackageRewriter? Of(XDocument document) =>
        document.Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata") is { } metadata
            ? new PackageRewriter(document, metadata)
            : null;

    public byte[] ToBytes() => PackageXml.Bytes(_document, _settings);

    public void Replace(PackageMetadata metadata)
    {
        Remove(metadata);
        var taken = _package.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>();
        Declare("dc", PackageElements.Dc);
        PackageDialect dialect = IsEpub2 ? PackageDialect.Attributes : PackageDialect.Refinements;
        if (dialect == PackageDialect.Attributes)
        {
            Declare("opf", PackageElements.OpfNames);
        }

        foreach (
            XElement element in new PackageElements(
                metadata,
                dialect,
                _opf,
                taken.ToHashSet(StringComparer.Ordinal)
            ).Make()
        )
        {
            _metadata.Add("\n    ", element);
        }

        _metadata.Add("\n  ");
    }

    /// <summary>Makes a new entry of the manifest the cover, for readers of both versions.</summary>
    public void SetCover(string href, string mediaType)
    {
        const string Id = "colophon-cover";
        XElement? manifest = _package.Elements().FirstOrDefault(element => element.Name.LocalName == "manifest");
        if (manifest is null)
        {
            return;
        }

        foreach (XElement item in manifest.Elements().ToList())
        {
            if ((string?)item.Attribute("id") == Id)
            {
                item.Remove();
            }

            string[] properties = ((string?)item.Attribute("properties") ?? "").Split(' ');
            if (properties.Contains("cover-image"))
            {
                string rest = string.Join(' ', properties.Where(property => property != "cover-image"));
                item.SetAttributeValue("properties", rest.Length == 0 ? null : rest);
            }
        }

        manifest.Add(
            new XElement(
                _opf + "item",
                new XAttribute("id", Id),
                new XAttribute("href", href),
                new XAttribute("media-type", mediaType),
                IsEpub2 ? null : new XAttribute("properties", "cover-image")
            )
        );
        Metas().Where(meta => (string?)meta.Attribute("name") == "cover").ToList().ForEach(meta => meta.Remove());
        _metadata.Add(
            new XElement(_opf + "meta", new XAttribute("name", "cover"), new XAttribute("content", Id)),
            "\n  "
        );
    }

    private bool IsEpub2 => !((string?)_package.Attribute("version") ?? "").TrimStart().StartsWith('3');

    private IEnumerable<XElement> Metas() => _metadata.Descendants().Where(element => element.Name.LocalName == "meta");

    private void Remove(PackageMetadata metadata)
    {
        string? unique = (string?)_package.Attribute("unique-identifier");
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (XElement element in _metadata.Descendants().ToList())
        {
            if (element.Elements().Any() || !IsReplaced(element, metadata, unique))
            {
                continue;
            }

            if ((string?)element.Attribute("id") is { } id)
            {
                gone.Add(id);
            }

            element.Remove();
        }

        RemoveRefinements(gone);
    }

    /// <summary>What refines something that is gone goes too, and what refines that.</summary>
    private void RemoveRefinements(HashSet<string> gone)
    {
        var left = new Queue<string>(gone);
        ILookup<string, XElement> refining = Metas()
            .Where(meta => meta.Attribute("refines") is not null)
            .ToLookup(meta => meta.Attribute("refines")!.Value.Trim().TrimStart('#'), StringComparer.Ordinal);
        while (left.TryDequeue(out string? id))
        {
            foreach (XElement meta in refining[id].Where(meta => meta.Parent is not null))
            {
                if ((string?)meta.Attribute("id") is { } own && gone.Add(own))
                {
                    left.Enqueue(own);
                }

                meta.Remove();
            }
        }
    }

    private static bool IsReplaced(XElement element, PackageMetadata metadata, string? unique)
    {
        string name = element.Name.LocalName.ToLowerInvariant();
        if (name == "meta")
        {
            return _replacedMetas.Contains(
                (string?)element.Attribute("name") ?? (string?)element.Attribute("property") ?? ""
            );
        }

        return _replacedTerms.Contains(name)
            && name switch
            {
                "title" => metadata.Title is not null,
                "language" => metadata.Language is not null,
                "identifier" => unique is null || (string?)element.Attribute("id") != unique,
                "contributor" => !IsTool(element),
                "date" => !IsOfTheFile(element),
                _ => true,
            };
    }

    private static bool IsTool(XElement element) =>
        element.Attributes().Any(attribute => attribute.Name.LocalName == "role" && attribute.Value == "bkp");

    private static bool IsOfTheFile(XElement element) =>
        element
            .Attributes()
            .Any(attribute =>
                attribute.Name.LocalName == "event" && attribute.Value is "modification" or "creation" or "conversion"
            );

    private void Declare(string prefix, XNamespace names)
    {
        if (_metadata.GetPrefixOfNamespace(names) is null && _metadata.GetNamespaceOfPrefix(prefix) is null)
        {
            _metadata.SetAttributeValue(XNamespace.Xmlns + prefix, names.NamespaceName);
        }
    }
}
