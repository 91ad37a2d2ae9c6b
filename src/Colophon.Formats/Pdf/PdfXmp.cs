using System.Text;
using System.Xml;
using Colophon.Formats.Books;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Pdf;

/// <summary>
/// The metadata stream of a PDF (XMP, ISO 16684-1): Dublin Core, PRISM's and pdfx's ISBN, the identifiers and the series that
/// calibre writes. Elements are told by their local names, as in package documents; a property may be an element or an
/// attribute of <c>rdf:Description</c>.
/// </summary>
internal sealed class PdfXmp
{
    private const int TextLimit = 32_000;
    private const int ListLimit = 200;

    private readonly List<string> _creators = [];
    private readonly List<string> _subjects = [];
    private readonly List<(string? Scheme, string Value)> _identifiers = [];

    // An identifier's scheme stands before its value.
    private string? _scheme;
    private string? _series;
    private double? _number;

    public string? Title { get; private set; }

    public IReadOnlyList<string> Creators => _creators;

    public string? Description { get; private set; }

    public IReadOnlyList<string> Subjects => _subjects;

    public string? Publisher { get; private set; }

    public string? Published { get; private set; }

    public string? Language { get; private set; }

    public IReadOnlyList<(string? Scheme, string Value)> Identifiers => _identifiers;

    public PdfSeries? Series => _series is null ? null : new PdfSeries(_series, _number);

    public static PdfXmp Parse(string text, FindingList findings, CancellationToken cancellationToken)
    {
        int start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0)
        {
            return new PdfXmp();
        }

        // what follows the packet is padding, and no part of the document
        int end = Math.Max(start, text.LastIndexOf('>') + 1);
        byte[] bytes = Encoding.UTF8.GetBytes(text[start..Math.Min(end, start + PdfReader.OutputLimit)]);
        using var document = new PooledBytes(bytes.Length);
        bytes.CopyTo(document.Room(bytes.Length));
        document.Length = bytes.Length;
        XmlOutcome outcome = TolerantXml.Read(
            document,
            reader => new PdfXmp().Read(reader, cancellationToken),
            out PdfXmp? xmp,
            out string? mistake
        );
        if (outcome is XmlOutcome.Malformed or XmlOutcome.DefinesEntities)
        {
            findings.Warn(FindingCodes.PdfXmpMalformed, CleanText.LineOrNull(mistake, 200));
        }

        return xmp ?? new PdfXmp();
    }

    private PdfXmp Read(XmlReader reader, CancellationToken cancellationToken)
    {
        var path = new List<string>();
        while (TolerantXml.Advance(reader, cancellationToken))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open(reader, path);
                    break;
                case XmlNodeType.EndElement:
                    path.RemoveRange(
                        Math.Min(reader.Depth, path.Count),
                        path.Count - Math.Min(reader.Depth, path.Count)
                    );
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Take(PropertyOf(path), PartOf(path), reader.Value);
                    break;
            }
        }

        return this;
    }

    private void Open(XmlReader reader, List<string> path)
    {
        path.RemoveRange(Math.Min(reader.Depth, path.Count), path.Count - Math.Min(reader.Depth, path.Count));
        path.Add(reader.LocalName);
        if (reader.LocalName == "li")
        {
            _scheme = null;
        }

        // the short form: properties as attributes of what they describe, or of a structured value
        bool isTop = PropertyOf(path).Length == 0;
        string property = isTop ? "" : PropertyOf(path);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length > 0 && reader.NamespaceURI != Rdf && reader.Prefix is not ("xmlns" or "xml"))
            {
                Take(isTop ? reader.LocalName : property, reader.LocalName, reader.Value);
            }
        }

        reader.MoveToElement();
    }

    /// <summary>The element directly below the outermost description.</summary>
    private static string PropertyOf(List<string> path)
    {
        int description = path.IndexOf("Description");
        return description >= 0 && description + 1 < path.Count ? path[description + 1] : "";
    }

    /// <summary>The innermost element that is no mere form of RDF.</summary>
    private static string PartOf(List<string> path) =>
        path.FindLast(name => name is not ("Bag" or "Seq" or "Alt" or "li" or "Description")) ?? "";

    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private void Take(string property, string part, string text)
    {
        string value = CleanText.Line(text, TextLimit);
        if (value.Length == 0)
        {
            return;
        }

        switch (property.ToLowerInvariant(), part.ToLowerInvariant())
        {
            case ("title", _):
                Title ??= value;
                break;
            case ("creator", _):
                Add(_creators, value);
                break;
            case ("description", _):
                Description ??= text;
                break;
            case ("subject", _):
                Add(_subjects, value);
                break;
            case ("publisher", _):
                Publisher ??= CleanText.Line(value, 500);
                break;
            case ("date" or "publicationdate", _):
                Published ??= BookDate.Parse(value);
                break;
            case ("language", _):
                Language ??= value;
                break;
            case ("identifier", "scheme"):
                _scheme = value;
                break;
            case ("identifier", "value" or "identifier"):
                AddIdentifier(_scheme, value);
                break;
            case ("isbn" or "eisbn", _):
                AddIdentifier("isbn", value);
                break;
            case ("doi", _):
                AddIdentifier("doi", value);
                break;
            case ("series", "series_index"):
                _number ??= PdfReader.Number(value);
                break;
            case ("series", _):
                _series ??= CleanText.Line(value, 500);
                break;
        }
    }

    private void AddIdentifier(string? scheme, string value)
    {
        if (_identifiers.Count < ListLimit && value.Length <= 200)
        {
            _identifiers.Add((scheme, value));
        }
    }

    private static void Add(List<string> list, string value)
    {
        string name = CleanText.Line(value, 500);
        if (list.Count < ListLimit && !list.Contains(name))
        {
            list.Add(name);
        }
    }
}
