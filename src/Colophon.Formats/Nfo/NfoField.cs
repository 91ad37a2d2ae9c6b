using System.Xml.Linq;

namespace Colophon.Formats.Nfo;

/// <summary>How often a field's elements stand in a root.</summary>
internal enum NfoForm
{
    /// <summary>Once; whatever else has the name is in the way.</summary>
    One,

    /// <summary>Any number of times, each for itself.</summary>
    Many,
}

/// <summary>What the writer knows of a field: which elements are its own, and how it is said in elements.</summary>
/// <param name="Form">How often they stand.</param>
/// <param name="Names">The elements that are read for it, in small letters.</param>
/// <param name="Make">The elements that say it, as Kodi writes them.</param>
internal sealed record NfoField(NfoForm Form, IReadOnlyList<string> Names, Func<NfoItem, IEnumerable<XElement>> Make)
{
    /// <summary>The elements that say what an item says.</summary>
    public List<XElement> Of(NfoItem item) => [.. Make(item)];

    /// <summary>Whether two items say the same here.</summary>
    public bool IsSame(NfoItem one, NfoItem other)
    {
        List<XElement> left = Of(one);
        List<XElement> right = Of(other);
        return left.Count == right.Count && left.Zip(right).All(pair => XNode.DeepEquals(pair.First, pair.Second));
    }
}
