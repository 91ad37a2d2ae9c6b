namespace Colophon.Formats.Xml;

/// <summary>An element of a loose document.</summary>
internal sealed class LooseElement(string name, int start) : LooseNode(LooseKind.Element, start)
{
    private readonly List<KeyValuePair<string, string>> _attributes = [];

    /// <summary>As it is written, with its prefix.</summary>
    public string Name => name;

    /// <summary>Without prefix, in small letters: programs spell as they like.</summary>
    public string Key { get; } = name[(name.LastIndexOf(':') + 1)..].ToLowerInvariant();

    /// <summary>Behind the <c>&gt;</c> of its start tag.</summary>
    public int ContentStart { get; set; }

    /// <summary>True for <c>&lt;a/&gt;</c>.</summary>
    public bool IsSelfClosed { get; set; }

    /// <summary>True when its start tag is not as XML wants it.</summary>
    public bool IsCareless { get; set; }

    public List<LooseNode> Nodes { get; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Attributes => _attributes;

    public IEnumerable<LooseElement> Elements => Nodes.OfType<LooseElement>();

    /// <summary>The value of an attribute, its name compared without case; null when there is none.</summary>
    public string? Attribute(string attribute)
    {
        foreach ((string key, string value) in _attributes)
        {
            if (key.Equals(attribute, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The first of its elements with this name.</summary>
    public LooseElement? Child(string key)
    {
        foreach (LooseNode node in Nodes)
        {
            if (node is LooseElement child && child.Key == key)
            {
                return child;
            }
        }

        return null;
    }

    public void Add(string attribute, string value)
    {
        if (Attribute(attribute) is null)
        {
            _attributes.Add(new(attribute, value));
        }
    }
}
