using System.Xml;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Epub;

/// <summary>
/// Reads a package document forward (EPUB 3.3 section 5, OPF 2.0.1). Elements are told by their local names, because
/// prefixes and namespaces are what careless tools get wrong most.
/// </summary>
internal sealed class PackageParser(XmlReader reader, FindingList findings, CancellationToken cancellationToken)
{
    private const int TextLimit = 2_000;
    private const int DescriptionLimit = 64_000;
    private const int TermLimit = 500;
    private const int MetaLimit = 20_000;
    private const int ItemLimit = 65_536;

    private readonly PackageDocument _package = new();
    private readonly Dictionary<string, int> _termCounts = new(StringComparer.Ordinal);
    private string _section = "";

    public static PackageDocument Parse(XmlReader reader, FindingList findings, CancellationToken cancellationToken) =>
        new PackageParser(reader, findings, cancellationToken).Parse();

    private PackageDocument Parse()
    {
        bool isPackage = false;
        while (TolerantXml.Advance(reader, cancellationToken))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (isPackage)
            {
                ReadElement(reader.LocalName);
            }
            else if (reader.LocalName.Equals("package", StringComparison.OrdinalIgnoreCase))
            {
                isPackage = true;
                _package.Version = CleanText.Line(reader.GetAttribute("version"), 20);
            }
            else
            {
                throw new XmlException($"The root element is '{CleanText.Line(reader.LocalName, 60)}', not 'package'.");
            }
        }

        return _package;
    }

    private void ReadElement(string name)
    {
        switch (name)
        {
            case "metadata" or "manifest" or "guide":
                _section = name;
                break;
            case "spine":
                _section = name;
                _package.SpineContents = reader.GetAttribute("toc");
                break;
            case "collection" or "bindings" or "tours":
                ElementText.Skip(reader, cancellationToken); // their metadata are not the book's
                break;
            case "dc-metadata" or "x-metadata":
                break; // OEB 1.2 wraps the terms once more
            default:
                ReadEntry(name);
                break;
        }
    }

    private void ReadEntry(string name)
    {
        switch (_section, name)
        {
            case ("metadata", "meta"):
                ReadMeta();
                break;
            case ("metadata", not "link"):
                ReadTerm(name);
                break;
            case ("manifest", "item"):
                ReadItem();
                break;
            case ("spine", "itemref"):
                AddBounded(_package.Spine, reader.GetAttribute("idref") ?? "", ItemLimit);
                break;
            case ("guide", "reference"):
                AddBounded(
                    _package.Guide,
                    new PackageReference(Attribute("type").ToLowerInvariant(), Attribute("href")),
                    TermLimit
                );
                break;
        }
    }

    private void ReadTerm(string element)
    {
        string name = element.ToLowerInvariant();
        string? role = null;
        string? fileAs = null;
        string? scheme = null;
        string? happening = null;
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "role":
                    role = CleanText.LineOrNull(reader.Value, 100);
                    break;
                case "file-as":
                    fileAs = CleanText.LineOrNull(reader.Value, TextLimit);
                    break;
                case "scheme":
                    scheme = CleanText.LineOrNull(reader.Value, 100);
                    break;
                case "event":
                    happening = CleanText.LineOrNull(reader.Value, 100);
                    break;
                case "id":
                    id = reader.Value;
                    break;
            }
        }

        reader.MoveToElement();
        string text = ReadText(name == "description" ? DescriptionLimit : TextLimit);
        int count = _termCounts.GetValueOrDefault(name);
        _termCounts[name] = count + 1;
        if (count >= TermLimit)
        {
            findings.Warn(FindingCodes.EpubListCut, name);
        }
        else if (!string.IsNullOrWhiteSpace(text))
        {
            _package.Terms.Add(new PackageTerm(name, text, id, role, fileAs, scheme, happening));
        }
    }

    private void ReadMeta()
    {
        string? name = reader.GetAttribute("name");
        string? property = reader.GetAttribute("property");
        string? refines = reader.GetAttribute("refines")?.Trim().TrimStart('#');
        string? id = reader.GetAttribute("id");
        string? content = reader.GetAttribute("content");
        string text = ReadText(TextLimit);
        string value = CleanText.Line(string.IsNullOrWhiteSpace(text) ? content : text, TextLimit);
        if (value.Length > 0)
        {
            AddBounded(_package.Metas, new PackageMeta(name, property?.Trim(), refines, id, value), MetaLimit);
        }
    }

    private void ReadItem() =>
        AddBounded(
            _package.Manifest,
            new PackageItem(
                reader.GetAttribute("id") ?? "",
                Attribute("href"),
                Attribute("media-type").ToLowerInvariant(),
                Attribute("properties")
            ),
            ItemLimit
        );

    private string Attribute(string name) => CleanText.Line(reader.GetAttribute(name), 4096);

    private string ReadText(int limit)
    {
        string text = ElementText.Read(reader, limit, cancellationToken, out bool cut);
        if (cut)
        {
            findings.Warn(FindingCodes.EpubTextCut);
        }

        return text;
    }

    private void AddBounded<T>(List<T> list, T value, int limit)
    {
        if (list.Count < limit)
        {
            list.Add(value);
        }
        else
        {
            findings.Warn(FindingCodes.EpubListCut);
        }
    }
}
