using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Movies;

/// <summary>Tells by their names which folders below a movie's folder belong to it.</summary>
public static partial class MovieFolderNames
{
    internal const string Bluray = "BDMV";
    internal const string Dvd = "VIDEO_TS";

    /// <summary>Whether a folder of this name holds extras of the movie in the folder above it. A library's root never does.</summary>
    public static bool IsExtrasFolder(string name) => MovieExtraNames.OfFolder(name) is not null;

    /// <summary>
    /// Whether a folder of this name holds a disc, or a part, of the movie in the folder above it: <c>BDMV</c>,
    /// <c>VIDEO_TS</c>, <c>cd1</c>, <c>Disc 2</c>, and <c>Title (Disc 01)</c> within a folder of that title.
    /// </summary>
    public static bool IsDiscFolder(string name, string parent)
    {
        if (IsDiscStructure(name) || BarePartPattern().IsMatch(name))
        {
            return true;
        }

        Match match = MovieRules.Part.Pattern!.Match(name);
        string prefix = match.Success ? TextKeys.NameKey(name[..match.Index]) : "";
        return prefix.Length > 0
            && (
                TextKeys.NameKey(parent) == prefix
                || TextKeys.NameKey(TitleOf(parent)) == TextKeys.NameKey(TitleOf(name[..match.Index]))
            );
    }

    /// <summary>Whether the folder is the structure of a disc, so that its files are one film.</summary>
    public static bool IsDiscStructure(string name) =>
        name.Equals(Bluray, StringComparison.OrdinalIgnoreCase) || name.Equals(Dvd, StringComparison.OrdinalIgnoreCase);

    /// <summary>The part a folder is and what stands before its mark; null when it has none.</summary>
    internal static (string Prefix, int Part)? PartOf(string name)
    {
        Match bare = BarePartPattern().Match(name);
        Match match = bare.Success ? bare : MovieRules.Part.Pattern!.Match(name);
        return match.Success ? (name[..match.Index], MovieNameReader.PartNumber(match)) : null;
    }

    /// <summary>Folders inside a movie's, for reading paths: also what lies within the structure of a disc.</summary>
    internal static bool IsInner(string name) =>
        IsExtrasFolder(name)
        || IsDiscStructure(name)
        || BarePartPattern().IsMatch(name)
        || name.Equals("STREAM", StringComparison.OrdinalIgnoreCase);

    private static string TitleOf(string name) => MovieNameReader.Read(name, MovieNamePart.Folder).Title;

    [GeneratedRegex(
        @"^[(\[]?(?:cd|dvd|part|pt|dis[ck])[\s_.-]{0,3}(?:(?<number>[0-9]{1,3})|(?<letter>[a-d]))[)\]]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex BarePartPattern();
}
