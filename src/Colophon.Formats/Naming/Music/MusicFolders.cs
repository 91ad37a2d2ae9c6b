using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>A folder that is one disc of an album.</summary>
/// <param name="Title">Of the disc, behind its number.</param>
public sealed record DiscFolder(int Number, string? Title);

/// <summary>Tells by their names which folders of a music library are discs, and which hold albums of one kind.</summary>
public static partial class MusicFolders
{
    private const int NameLimit = 500;

    /// <summary>
    /// The disc that a folder is; null for other folders. A volume, part or act counts here too: whether it is an album of its
    /// own, the folders above it tell (<see cref="IsDisc"/>).
    /// </summary>
    public static DiscFolder? DiscOf(string name) => DiscOf(name, null, new RuleHitList());

    /// <summary>Whether a folder of this name is a disc whatever lies beside it.</summary>
    public static bool IsSure(string name, string? parentName)
    {
        string plain = CleanText.Line(name, NameLimit);
        return MusicFolderRules.Disc.Pattern!.IsMatch(plain) || OfAlbum(plain, parentName) is not null;
    }

    /// <summary>Whether the folder at this path is a disc of the album in the folder above, as <see cref="TrackPath"/> takes it.</summary>
    /// <param name="relativePath">From the library's root, with slashes.</param>
    public static bool IsDisc(string relativePath)
    {
        string[] folders = relativePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return folders.Length > 1 && MusicLayout.DiscOf(folders, new RuleHitList()) is not null;
    }

    /// <summary>Whether a folder of this name holds pictures or papers of the album beside it: <c>Scans</c>, <c>Booklet</c>.</summary>
    public static bool IsArtwork(string name) => ArtworkPattern().IsMatch(CleanText.Line(name, NameLimit));

    /// <summary>The kind of the releases in a folder of this name; null when it says none.</summary>
    public static AlbumType? TypeOf(string name) =>
        TextKeys.NameKey(name) is "album" or "single" or "ep" // one release and no folder of many
            ? null
            : MusicWords.TypeOf(CleanText.Line(name, NameLimit));

    /// <summary>Whether a folder of this name is nobody's: <c>Music</c>, <c>FLAC</c>, <c>A-C</c>.</summary>
    public static bool IsShelf(string name) => MusicFolderRules.Shelf.Pattern!.IsMatch(name);

    internal static DiscFolder? DiscOf(string name, string? parentName, RuleHitList hits)
    {
        string plain = CleanText.Line(name, NameLimit);
        foreach (NameRule rule in (NameRule[])[MusicFolderRules.Disc, MusicFolderRules.Volume])
        {
            Match match = rule.Pattern!.Match(plain);
            if (match.Success && ShowWords.Number(match.Groups["number"].Value) is > 0 and var number)
            {
                hits.Fire(rule, plain, plain[..match.Groups["title"].Index], $"disc={number}");
                return new DiscFolder(number, TitleOf(match.Groups["title"].Value));
            }
        }

        if (OfAlbum(plain, parentName) is not { } disc)
        {
            return null;
        }

        hits.Fire(MusicFolderRules.TitledDisc, plain, plain, $"disc={disc}");
        return new DiscFolder(disc, null);
    }

    private static int? OfAlbum(string name, string? parentName)
    {
        if (parentName is null || AlbumRules.DiscMark.Pattern!.IsMatch(name) is false)
        {
            return null;
        }

        AlbumName own = AlbumFolder.Read(name, null, new RuleHitList());
        AlbumName parent = AlbumFolder.Read(parentName, null, new RuleHitList());
        return own.Disc is not null && TextKeys.NameKey(own.Title) == TextKeys.NameKey(parent.Title) ? own.Disc : null;
    }

    private static string? TitleOf(string text)
    {
        string bare = text.Trim(' ', '.', '_', '-', '–', ':', ',');
        bare = bare.Length > 1 && (bare[0], bare[^1]) is ('(', ')') or ('[', ']') ? bare[1..^1] : bare;
        return MusicWords.AudioPattern().IsMatch(bare) ? null : CleanText.LineOrNull(bare, NameLimit);
    }

    [GeneratedRegex(
        @"^(?:(?:album\s?)?art(?:work)?s?|booklets?|covers?|digital\sbooklet|front|back|images?|inlays?|pics?|pictures?|scans?|(?:high|low)[\s._-]?res(?:olution)?\sscans?|logs?)(?:[\s._-]*\(?(?:png|jpe?g|tiff?|pdf|[0-9]{2,4}\s?dpi)\)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex ArtworkPattern();
}
