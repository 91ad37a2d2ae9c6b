using System.Text.RegularExpressions;

namespace Colophon.Formats.Nfo;

/// <summary>How one element names several.</summary>
internal static partial class NfoLists
{
    private static readonly char[] _between = ['/', '|', ';'];

    /// <summary>One name, whatever is in it.</summary>
    public static IEnumerable<string> One(string line) => [line];

    /// <summary>Kodi's <c>A / B</c>, with spaces: <c>Rock/Pop</c> is one style.</summary>
    public static IEnumerable<string> Spaced(string line) => line.Split(" / ");

    /// <summary>Jellyfin's <c>A/B</c>.</summary>
    public static IEnumerable<string> Slashed(string line) => line.Split('/');

    /// <summary>Names of fields between strokes.</summary>
    public static IEnumerable<string> Barred(string line) => line.Split('|');

    /// <summary>Languages between commas, semicolons or slashes.</summary>
    public static IEnumerable<string> Tongues(string line) => line.Split([',', ';', '/', '|']);

    /// <summary>Names of people; the comma before <c>Jr.</c> stands within one.</summary>
    public static IEnumerable<string> People(string line) =>
        line.IndexOfAny(_between) >= 0 || line.Contains(',')
            ? line.Split(_between).SelectMany(part => Comma().Split(part))
            : [line];

    [GeneratedRegex(@",(?!\s*(?:Jr|Sr|II|III|IV)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Comma();
}
