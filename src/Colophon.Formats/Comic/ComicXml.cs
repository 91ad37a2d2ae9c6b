using System.Xml;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Comic;

/// <summary>
/// A flat document of a comic as it is written: ComicInfo.xml and CoMet have one element a field below the root. Names are
/// compared without case, because tools spell them as they like.
/// </summary>
internal sealed class ComicXml
{
    private const int TextLimit = 40_000;
    private const int ElementLimit = 2_000;
    private const int PageLimit = 20_000;

    private static readonly List<string> _none = [];

    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.OrdinalIgnoreCase);
    private int _elements;

    /// <summary>Local name of the root.</summary>
    public string Root { get; private set; } = "";

    /// <summary>What stands in <c>Pages</c>.</summary>
    public List<ComicPageNote> Pages { get; } = [];

    /// <summary>True when a text was longer than is kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The first element of this name that says something, as one line.</summary>
    public string? Line(string name)
    {
        foreach (string text in All(name))
        {
            if (CleanText.LineOrNull(text, ComicNames.TextLimit) is { } line)
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>The first element of this name as it stands.</summary>
    public string? Raw(string name) => All(name).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>The lists of all elements of this name, each entry once.</summary>
    public IReadOnlyList<string> List(string name) =>
        All(name) switch
        {
            [] => [],
            [var only] => ComicNames.List(only),
            var several =>
            [
                .. several.SelectMany(ComicNames.List).Distinct(StringComparer.Ordinal).Take(ComicNames.ListLimit),
            ],
        };

    /// <summary>Every element of this name.</summary>
    public IReadOnlyList<string> All(string name) => _fields.GetValueOrDefault(name) ?? _none;

    /// <summary>A whole number from zero on; tools write -1 for "not known".</summary>
    public int? Whole(string name) =>
        int.TryParse(Line(name), System.Globalization.CultureInfo.InvariantCulture, out int number) && number >= 0
            ? number
            : null;

    public static ComicXml Parse(XmlReader reader, CancellationToken cancellationToken)
    {
        var document = new ComicXml();
        while (TolerantXml.Advance(reader, cancellationToken))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.Depth == 0)
            {
                document.Root = reader.LocalName;
            }
            else if (reader.LocalName.Equals("Page", StringComparison.OrdinalIgnoreCase))
            {
                document.AddPage(reader);
            }
            else if (reader.Depth == 1 && !reader.LocalName.Equals("Pages", StringComparison.OrdinalIgnoreCase))
            {
                document.AddField(reader, cancellationToken);
            }
        }

        return document;
    }

    private void AddField(XmlReader reader, CancellationToken cancellationToken)
    {
        string name = reader.LocalName;
        string text = ElementText.Read(reader, TextLimit, cancellationToken, out bool cut);
        IsCut |= cut;
        if (_elements++ >= ElementLimit)
        {
            return;
        }

        if (_fields.TryGetValue(name, out List<string>? others))
        {
            others.Add(text);
        }
        else
        {
            _fields[name] = [text];
        }
    }

    private void AddPage(XmlReader reader)
    {
        if (Number(reader, "Image") is not { } image || Pages.Count >= PageLimit)
        {
            return;
        }

        Pages.Add(
            new ComicPageNote(
                image,
                CleanText.LineOrNull(reader.GetAttribute("Type"), 60),
                CleanText.LineOrNull(reader.GetAttribute("Bookmark"), ComicNames.TextLimit),
                Number(reader, "ImageWidth") is > 0 and var width ? width : null,
                Number(reader, "ImageHeight") is > 0 and var height ? height : null
            )
        );
    }

    private static int? Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), System.Globalization.CultureInfo.InvariantCulture, out int number)
        && number >= 0
            ? number
            : null;
}
