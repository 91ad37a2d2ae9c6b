using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Colophon.Formats.Books;

namespace Colophon.Formats.Epub;

/// <summary>Which words a package uses for what belongs to an element.</summary>
internal enum PackageDialect
{
    /// <summary>EPUB 2: attributes <c>opf:role</c>, <c>opf:file-as</c>, <c>opf:scheme</c>.</summary>
    Attributes,

    /// <summary>EPUB 3: <c>meta refines="#id"</c>.</summary>
    Refinements,
}

/// <summary>The elements of <c>metadata</c> that say what a catalog knows, in either dialect; series in calibre's words too, which everybody reads.</summary>
internal sealed class PackageElements(
    PackageMetadata metadata,
    PackageDialect dialect,
    XNamespace opf,
    IReadOnlySet<string> takenIds
)
{
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace OpfNames = "http://www.idpf.org/2007/opf";

    private readonly List<XElement> _elements = [];

    public IReadOnlyList<XElement> Make()
    {
        AddTitles();
        foreach (EpubCreator creator in metadata.Creators)
        {
            AddCreator(creator);
        }

        AddSeries();
        Add("description", metadata.Description);
        Add("publisher", metadata.Publisher);
        Add("date", metadata.Published);
        Add("language", metadata.Language);
        foreach (string subject in metadata.Subjects)
        {
            Add("subject", subject);
        }

        foreach (BookIdentifier identifier in metadata.Identifiers)
        {
            AddIdentifier(identifier);
        }

        if (metadata.Imprint is { } imprint)
        {
            _elements.Add(Meta("imprint", imprint));
        }

        return _elements;
    }

    private void AddTitles()
    {
        if (Add("title", metadata.Title) is not { } title)
        {
            return;
        }

        if (dialect == PackageDialect.Refinements && (metadata.Subtitle is not null || metadata.SortTitle is not null))
        {
            string id = Name(title, "title");
            Refine(id, "title-type", "main");
            Refine(id, "file-as", metadata.SortTitle);
        }
        else if (metadata.SortTitle is { } sort)
        {
            _elements.Add(Meta("calibre:title_sort", sort));
        }

        if (Add("title", metadata.Subtitle) is { } subtitle)
        {
            // of an EPUB 2 the id alone says which title it is
            subtitle.SetAttributeValue("id", dialect == PackageDialect.Attributes ? Free("subtitle") : null);
            if (dialect == PackageDialect.Refinements)
            {
                Refine(Name(subtitle, "subtitle"), "title-type", "subtitle");
            }
        }
    }

    private void AddCreator(EpubCreator creator)
    {
        string element = creator.Role is "ctb" or "edt" or "trl" or "ill" or "nrt" or "cov" ? "contributor" : "creator";
        if (Add(element, creator.Name) is not { } added)
        {
            return;
        }

        if (dialect == PackageDialect.Attributes)
        {
            added.SetAttributeValue(OpfNames + "role", creator.Role);
            added.SetAttributeValue(OpfNames + "file-as", Legal(creator.FileAs));
            return;
        }

        string id = Name(added, "creator");
        XElement? role = Refine(id, "role", creator.Role);
        role?.SetAttributeValue("scheme", "marc:relators");
        Refine(id, "file-as", creator.FileAs);
    }

    private void AddSeries()
    {
        foreach (EpubSeries series in metadata.Series)
        {
            string? number = series.Number?.ToString(CultureInfo.InvariantCulture);
            if (dialect == PackageDialect.Refinements)
            {
                var collection = new XElement(
                    opf + "meta",
                    new XAttribute("property", "belongs-to-collection"),
                    Legal(series.Name)
                );
                _elements.Add(collection);
                string id = Name(collection, "series");
                Refine(id, "collection-type", "series");
                Refine(id, "group-position", number);
            }

            _elements.Add(Meta("calibre:series", series.Name));
            if (number is not null)
            {
                _elements.Add(Meta("calibre:series_index", number));
            }
        }
    }

    private void AddIdentifier(BookIdentifier identifier)
    {
        bool isIsbn = identifier.Type is "isbn_13" or "isbn_10";
        if (dialect == PackageDialect.Attributes)
        {
            Add("identifier", identifier.Value)
                ?.SetAttributeValue(OpfNames + "scheme", isIsbn ? "ISBN" : Scheme(identifier.Type));
            return;
        }

        Add(
            "identifier",
            isIsbn ? $"urn:isbn:{identifier.Value}"
                : identifier.Type == "uuid" ? $"urn:uuid:{identifier.Value}"
                : identifier.Type == "other" ? identifier.Value
                : $"{identifier.Type}:{identifier.Value}"
        );
    }

    private static string? Scheme(string type) => type == "other" ? null : type.ToUpperInvariant();

    private XElement? Add(string name, string? text)
    {
        if (Legal(text) is not { Length: > 0 } legal)
        {
            return null;
        }

        var element = new XElement(Dc + name, legal);
        _elements.Add(element);
        return element;
    }

    private XElement? Refine(string id, string property, string? text)
    {
        if (Legal(text) is not { Length: > 0 } legal)
        {
            return null;
        }

        var meta = new XElement(
            opf + "meta",
            new XAttribute("refines", $"#{id}"),
            new XAttribute("property", property),
            legal
        );
        _elements.Add(meta);
        return meta;
    }

    private XElement Meta(string name, string text) =>
        new(opf + "meta", new XAttribute("name", name), new XAttribute("content", Legal(text)!));

    private string Name(XElement element, string kind)
    {
        string id = Free($"colophon-{kind}-{_elements.Count}");
        element.SetAttributeValue("id", id);
        return id;
    }

    private string Free(string id)
    {
        while (takenIds.Contains(id) || _elements.Exists(element => (string?)element.Attribute("id") == id))
        {
            id += "x";
        }

        return id;
    }

    /// <summary>Without what XML cannot hold.</summary>
    private static string? Legal(string? text) =>
        text is null || text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(
                text.EnumerateRunes().Where(rune => rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF))
            );
}
