using System.Collections.Frozen;
using System.Xml.Linq;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>What of an element is ours to change, and what makes two elements of a name the same thing.</summary>
internal static class NfoShapes
{
    private static readonly FrozenDictionary<string, string[]> _elements = Table(
        "ratings:rating",
        "rating:value votes",
        "set:name overview",
        "actor:name role type order sortorder thumb",
        "producer:name role type order sortorder thumb",
        "fanart:thumb",
        "fileinfo:streamdetails",
        "streamdetails:video audio subtitle",
        "video:codec aspect width height durationinseconds language stereomode format3d hdrtype",
        "audio:codec language channels",
        "subtitle:language",
        "artist:artist name musicbrainzartistid",
        "albumartistcredits:artist name musicbrainzartistid",
        "album:title year musicbrainzreleasegroupid",
        "track:position title duration"
    );

    private static readonly FrozenDictionary<string, string[]> _attributes = Table(
        "rating:name max default",
        "uniqueid:type default",
        "thumb:aspect season preview",
        "namedseason:number",
        "set:tmdbcolid"
    );

    // the attribute (with @) or the element that names a thing
    private static readonly FrozenDictionary<string, string[]> _names = Table(
        "actor:name",
        "producer:name",
        "rating:@name",
        "uniqueid:@type",
        "namedseason:@number",
        "album:title",
        "track:title",
        "albumartistcredits:artist"
    );

    /// <summary>Whether an element within one is read; the others are kept as they are.</summary>
    public static bool IsOurs(string name, string child) => _elements.GetValueOrDefault(name)?.Contains(child) == true;

    /// <summary>Whether an attribute of an element is read; the others are kept.</summary>
    public static bool IsOurAttribute(string name, string attribute) =>
        _attributes.GetValueOrDefault(name)?.Contains(attribute, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>What names the thing an element tells of; null when its place does.</summary>
    public static string? NameOf(XElement made)
    {
        string? by = By(made.Name.LocalName.ToLowerInvariant());
        return by is null ? null
            : by[0] == '@' ? (string?)made.Attribute(by[1..])
            : (string?)made.Element(by);
    }

    /// <summary>The same of an element that is there.</summary>
    public static string? NameOf(LooseElement there, LooseDocument document)
    {
        string? by = By(there.Key);
        return by is null ? null
            : by[0] == '@' ? there.Attribute(by[1..])
            : there.Child(by) is { } child ? document.TextOf(child, 2_000, out _).Trim()
            : null;
    }

    private static string? By(string name) => _names.GetValueOrDefault(name)?[0];

    private static FrozenDictionary<string, string[]> Table(params string[] rows) =>
        rows.Select(row => row.Split(':'))
            .ToFrozenDictionary(row => row[0], row => row[1].Split(' '), StringComparer.Ordinal);
}
