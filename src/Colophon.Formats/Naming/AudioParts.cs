using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>
/// The audio files of a folder: which are parts of one book, and in which order. Files that say what book they belong to stand
/// together by that; what says nothing (tracks without an album) belongs to the one book of the folder.
/// </summary>
internal static partial class AudioParts
{
    private static readonly FrozenSet<string> _formats = FrozenSet.ToFrozenSet(
        ["m4b", "mp3", "m4a", "flac", "ogg", "opus"],
        StringComparer.Ordinal
    );

    public static bool IsAudio(string format) => _formats.Contains(format);

    /// <summary>What the file says its book is called, as a key: without "(Unabridged)" and "(Disc 2)"; empty when it says nothing.</summary>
    public static string BookKey(GroupingFile file)
    {
        // an M4B is mostly a whole book, so its name counts where it has no title
        string? title = string.IsNullOrWhiteSpace(file.Title) && file.Format == "m4b" ? StemOf(file.Name) : file.Title;
        if (string.IsNullOrWhiteSpace(title))
        {
            return "";
        }

        string plain = BookPlaceRules.AudioRemarks.Pattern!.Replace(title, "");
        plain = string.IsNullOrWhiteSpace(file.Title) ? PartMark().Replace(plain, "") : plain;
        return TextKeys.SortKey(string.IsNullOrWhiteSpace(plain) ? title : plain);
    }

    /// <summary>The files of each book, by their places in the list.</summary>
    public static List<List<int>> Group(IReadOnlyList<GroupingFile> files)
    {
        var keyed = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var loose = new List<int>();
        for (int i = 0; i < files.Count; i++)
        {
            string key = BookKey(files[i]);
            if (key.Length == 0)
            {
                loose.Add(i);
            }
            else if (keyed.TryGetValue(key, out List<int>? book))
            {
                book.Add(i);
            }
            else
            {
                keyed[key] = [i];
            }
        }

        if (loose.Count > 0 && keyed.Count == 1)
        {
            keyed.First().Value.AddRange(loose);
            loose = [];
        }

        return loose.Count > 0 ? [.. keyed.Values, loose] : [.. keyed.Values];
    }

    /// <summary>
    /// By disc and track where every file has a place of its own; else by folder and name with their numbers counted, because
    /// tags that leave files out or say one place twice are worse than names.
    /// </summary>
    public static IEnumerable<T> Ordered<T>(IReadOnlyList<T> parts, Func<T, GroupingFile> fileOf)
    {
        var places = parts.Select(part => PlaceOf(fileOf(part))).ToList();
        bool areTagsSound = places.TrueForAll(place => place is not null) && places.Distinct().Count() == places.Count;
        return parts
            .Select((part, i) => (Part: part, Place: areTagsSound ? places[i]!.Value : default, fileOf(part).Name))
            .OrderBy(entry => entry.Place)
            .ThenBy(entry => NameKey(entry.Name), StringComparer.Ordinal)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => entry.Part);
    }

    /// <summary>Whether the file is something beside the book: a trailer, a bonus.</summary>
    public static bool IsExtra(GroupingFile file) => BookPlaceRules.ExtraFile.Pattern!.IsMatch(StemOf(file.Name));

    public static string StemOf(string name)
    {
        string file = name[(name.LastIndexOf('/') + 1)..];
        int dot = file.LastIndexOf('.');
        return dot > 0 ? file[..dot] : file;
    }

    private static (int Disc, int Track)? PlaceOf(GroupingFile file) =>
        file.Track is { } track ? (file.Disc ?? DiscOfFolder(file.Name) ?? 1, track) : null;

    private static int? DiscOfFolder(string name)
    {
        int slash = name.LastIndexOf('/');
        return
            slash > 0
            && BookPlaceRules.DiscFolder.Pattern!.Match(name[..slash]) is { Success: true } match
            && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int disc)
            ? disc
            : null;
    }

    /// <summary>Files beside the folders of discs come first.</summary>
    private static string NameKey(string name)
    {
        int slash = name.LastIndexOf('/');
        return $"{(slash < 0 ? "" : TextKeys.NameKey(name[..slash]))}\u0001{TextKeys.NameKey(name[(slash + 1)..])}";
    }

    [GeneratedRegex(
        @"[\s._-]*[(\[]?\b(?:part|pt|teil|cd|dis[ck])\b[\s._-]*[0-9]{1,3}(?:\s*(?:of|von|/)\s*[0-9]{1,3})?[)\]]?\s*$|[\s._-]+[0-9]{1,2}\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex PartMark();
}
