using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Movies;

/// <summary>
/// Says whether the films of a folder are versions of the one its name tells, as jellyfin does: each begins with the folder's
/// name and goes on with a dash, a dot, an underscore or closed brackets, and no two years are named. Besides, releases of
/// the folder's title and year are versions of it. Sequels (Movie 2) and films of other years stay apart.
/// </summary>
internal static partial class MovieVersions
{
    /// <summary>Whether all entries are one movie.</summary>
    public static bool AreOne(string folder, IReadOnlyList<MovieEntry> entries)
    {
        if (entries.Count == 1)
        {
            return true;
        }

        string name = folder.Trim();
        if (name.Length < 2)
        {
            return false;
        }

        var read = entries.Select(entry => MovieNameReader.Read(entry.Stem, MovieNamePart.File)).ToList();
        MovieNameDraft own = MovieNameReader.Read(name, MovieNamePart.Folder);
        var years = read.Select((draft, i) => YearOf(name, entries[i].Stem, draft)).Where(year => year is not null);
        return years.Distinct().Count() < 2
            && entries.Select((entry, i) => IsVersion(name, entry, own, read[i])).All(isVersion => isVersion);
    }

    /// <summary>The file called as the folder first, then by lines from many to few, then by name.</summary>
    public static IEnumerable<MovieEntry> Ordered(string folder, IEnumerable<MovieEntry> entries) =>
        entries
            .OrderBy(entry => !entry.Stem.Trim().Equals(folder.Trim(), StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(entry => LinesOf(entry.Stem))
            .ThenBy(entry => entry.Stem, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Files[0], StringComparer.Ordinal);

    /// <summary>What a version's name has beyond the folder's; null when that is nothing.</summary>
    public static string? Label(string folder, string stem)
    {
        string rest = stem.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? stem[folder.Length..] : "";
        string label = ReleaseText.Title(rest.Replace("] [", " ", StringComparison.Ordinal).Trim(' ', '[', ']'));
        return label.Length == 0 ? null : label;
    }

    /// <summary>A year behind the folder's name says which film it is; the folder's own says nothing here.</summary>
    private static int? YearOf(string folder, string stem, MovieNameDraft draft)
    {
        if (!stem.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
        {
            return draft.Year;
        }

        // "- 1925 version" is a label, "(2008)" is a year
        Match match = MovieRules.Year.Pattern!.Match(stem, folder.Length);
        return match.Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)
            : draft.HasReleaseWords ? draft.Year
            : null;
    }

    private static bool IsVersion(string folder, MovieEntry entry, MovieNameDraft own, MovieNameDraft read)
    {
        if (entry.Stem.Length == 0)
        {
            return true; // a disc of the folder
        }

        if (entry.Stem.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
        {
            string rest = BracketsPattern().Replace(entry.Stem[folder.Length..], "").Trim();
            if (rest.Length == 0 || rest[0] is '-' or '_' or '.' || IsClosedBracket(entry.Stem[folder.Length..].Trim()))
            {
                return true;
            }
        }

        bool isSameYear = read.Year is null || own.Year is null || read.Year == own.Year;
        return isSameYear && read.HasReleaseWords && TextKeys.NameKey(read.Title) == TextKeys.NameKey(own.Title);
    }

    private static bool IsClosedBracket(string rest) => rest.StartsWith('[') && rest.Contains(']');

    private static int LinesOf(string stem) =>
        LinesPattern().Match(stem) is { Success: true } match
            ? int.Parse(match.Groups["lines"].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"\[[^\[\]]{1,200}\]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketsPattern();

    [GeneratedRegex(@"(?<lines>[0-9]{3,4})[ip]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LinesPattern();
}
