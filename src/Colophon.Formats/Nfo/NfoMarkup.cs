using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>Elements as text. One that takes the place of another keeps what the other has and nobody here reads.</summary>
/// <param name="lineBreak">As the document has them.</param>
/// <param name="step">One level of indentation.</param>
internal sealed class NfoMarkup(LooseDocument document, string lineBreak, string step)
{
    private const int TextLimit = 40_000;

    public string LineBreak => lineBreak;

    public string Step => step;

    /// <summary>The text of an element.</summary>
    /// <param name="former">What it takes the place of; null when there was nothing.</param>
    /// <param name="indent">White space before it on its line; null to put all into one line.</param>
    public string Render(XElement made, LooseElement? former, string? indent)
    {
        var text = new StringBuilder();
        Append(text, made, former, indent);
        return text.ToString();
    }

    /// <summary>An element that is there, as it is written.</summary>
    public string Raw(LooseNode node) => document.Text[node.Start..node.End];

    private void Append(StringBuilder text, XElement made, LooseElement? former, string? indent)
    {
        if (former is not null && IsSaid(made, former))
        {
            text.Append(Raw(former));
            return;
        }

        string key = made.Name.LocalName.ToLowerInvariant();
        string name = former?.Key == key ? former.Name : made.Name.LocalName;
        List<LooseNode> kept = made.HasElements && former is not null ? Kept(key, former) : [];
        text.Append('<').Append(name);
        AppendAttributes(text, made, former);
        if (!made.HasElements && made.Value.Length == 0)
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        if (made.HasElements)
        {
            AppendElements(text, made, former, indent, kept);
        }
        else
        {
            text.Append(LooseDocument.Escape(made.Value));
        }

        text.Append("</").Append(name).Append('>');
    }

    private void AppendElements(
        StringBuilder text,
        XElement made,
        LooseElement? former,
        string? indent,
        List<LooseNode> kept
    )
    {
        string? inside = indent is null ? null : indent + step;
        List<LooseElement> there = [.. former?.Elements ?? []];
        foreach (XElement child in made.Elements())
        {
            LooseElement? match = Match(child, there);
            if (match is not null)
            {
                there.Remove(match);
            }

            Separate(text, inside);
            Append(text, child, match, inside);
        }

        foreach (LooseNode node in kept)
        {
            Separate(text, inside);
            text.Append(Raw(node));
        }

        Separate(text, indent);
    }

    private LooseElement? Match(XElement child, List<LooseElement> there)
    {
        string key = child.Name.LocalName.ToLowerInvariant();
        string? name = NfoShapes.NameOf(child);
        return there.Find(element => element.Key == key && IsSaid(child, element))
            ?? there.Find(element =>
                element.Key == key && key != "thumb" && NfoShapes.NameOf(element, document) == name
            );
    }

    private void Separate(StringBuilder text, string? indent)
    {
        if (indent is not null)
        {
            text.Append(lineBreak).Append(indent);
        }
    }

    private static List<LooseNode> Kept(string key, LooseElement former) =>
        [
            .. former.Nodes.Where(node =>
                node.Kind == LooseKind.Note || (node is LooseElement element && !NfoShapes.IsOurs(key, element.Key))
            ),
        ];

    /// <summary>Those of the former one in their order, then those that come with the made one.</summary>
    private void AppendAttributes(StringBuilder text, XElement made, LooseElement? former)
    {
        if (former is not null && HasAttributesOf(made, former))
        {
            int start = former.Start + 1 + former.Name.Length;
            text.Append(document.Text.AsSpan(start, former.ContentStart - start).TrimEnd("/> \t\r\n"));
            return;
        }

        string key = made.Name.LocalName.ToLowerInvariant();
        List<XAttribute> left = [.. made.Attributes()];
        foreach ((string name, string value) in former?.Attributes ?? [])
        {
            XAttribute? ours = left.Find(attribute =>
                attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)
            );
            if (ours is not null)
            {
                left.Remove(ours);
                AppendAttribute(text, name, ours.Value);
            }
            else if (name.Equals("default", StringComparison.OrdinalIgnoreCase))
            {
                AppendAttribute(text, name, "false");
            }
            else if (!NfoShapes.IsOurAttribute(key, name))
            {
                AppendAttribute(text, name, value);
            }
        }

        foreach (XAttribute attribute in left)
        {
            AppendAttribute(text, attribute.Name.LocalName, attribute.Value);
        }
    }

    private static void AppendAttribute(StringBuilder text, string name, string value) =>
        text.Append(' ').Append(name).Append("=\"").Append(LooseDocument.EscapeAttribute(value)).Append('"');

    /// <summary>Whether an element without elements says what it should already.</summary>
    private bool IsSaid(XElement made, LooseElement there)
    {
        string key = made.Name.LocalName.ToLowerInvariant();
        if (there.Key != key || made.HasElements || there.Elements.Any())
        {
            return false;
        }

        return HasAttributesOf(made, there)
            && IsSame(key, made.Value, CleanText.Lines(document.TextOf(there, TextLimit, out _), TextLimit));
    }

    /// <summary>Whether an element has the attributes of another; more of them only where nobody here reads them.</summary>
    private static bool HasAttributesOf(XElement made, LooseElement there)
    {
        string key = made.Name.LocalName.ToLowerInvariant();
        return made.Attributes().All(attribute => there.Attribute(attribute.Name.LocalName) == attribute.Value)
            && there.Attributes.All(attribute =>
                made.Attribute(attribute.Key) is not null
                || !NfoShapes.IsOurAttribute(key, attribute.Key)
                || NfoElements.FlagOf(attribute.Value) == false
            );
    }

    // "6.400000" is 6.4, but a title 007 is not 7
    private static bool IsSame(string key, string wanted, string there) =>
        wanted == there
        || (
            key == "value"
            && double.TryParse(wanted, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.TryParse(there, NumberStyles.Float, CultureInfo.InvariantCulture, out double other)
            && number.Equals(other)
        );
}
