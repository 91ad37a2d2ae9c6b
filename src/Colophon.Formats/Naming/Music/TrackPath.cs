using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>Reads artist, album, disc, number and title of a track out of where it lies. Never throws, and says why.</summary>
public static partial class TrackPath
{
    private const int SegmentLimit = 500;
    private const int MaxSegments = 64;

    /// <summary>Explains the path of a track's file.</summary>
    /// <param name="relativePath">From the library's root, with the file's name; both kinds of slashes.</param>
    public static TrackPathExplanation Explain(string relativePath) => Explain(relativePath, new MusicLayouts());

    /// <summary>The same for one of many files, which mostly lie in the same folders.</summary>
    internal static TrackPathExplanation Explain(string relativePath, MusicLayouts layouts)
    {
        string[] segments =
        [
            .. relativePath
                .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
                .Select(segment => CleanText.Line(segment, SegmentLimit))
                .Where(segment => segment.Length > 0)
                .TakeLast(MaxSegments),
        ];
        var hits = new RuleHitList();
        if (segments.Length == 0)
        {
            return new TrackPathExplanation(new TrackName(null, null, [], null, null, AlbumName.None), []);
        }

        string stem = Stem(segments[^1]);
        MusicLayout layout = layouts.Of(segments[..^1], MusicWords.Spaced(stem), hits);
        var draft = new TrackDraft(stem, hits);
        TrackNumbers.Take(draft, layout);
        TrackTitle.Take(draft, layout);
        return new TrackPathExplanation(Name(draft, layout, stem), hits.All);
    }

    private static TrackName Name(TrackDraft draft, MusicLayout layout, string stem)
    {
        AlbumName album = layout.Album ?? AlbumFromFile(draft);
        string? albumArtist =
            layout.Artist ?? album.Artist ?? (layout.Album is null && album.Title is not null ? draft.Artist : null);
        string shown = MusicWords.Shown(draft.Text);
        return new TrackName(
            shown.Length > 0 ? shown : CleanText.LineOrNull(stem, SegmentLimit),
            draft.Artist ?? (ArtistNames.IsVarious(albumArtist) ? null : albumArtist),
            draft.Featured,
            draft.Disc ?? layout.Disc?.Number ?? album.Disc,
            draft.Track,
            album with
            {
                Artist = albumArtist,
                Type = layout.Type ?? album.Type,
                Year = album.Year ?? draft.Year,
            }
        )
        {
            Side = draft.Side,
            DiscTitle = layout.Disc?.Title,
            Version = draft.Version,
        };
    }

    private static AlbumName AlbumFromFile(TrackDraft draft) =>
        draft.Album is null ? AlbumName.None : AlbumFolder.Read(draft.Album, draft.Artist, new RuleHitList());

    private static string Stem(string file) =>
        ExtensionPattern().Match(file) is { Success: true, Index: > 0 } extension ? file[..extension.Index] : file;

    // what follows the dot of "Mr. Brightside" and "D.J." is none
    [GeneratedRegex(
        @"\.(?:mp[234c]|m4[abpr]|flac|og[ga]|opus|wav|wma|aac|alac|ape|wv|aiff?|aifc|ds[fd]|dff|mka|tta|tak|spx|webm|ac3|dts|amr|au|mid|mod)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex ExtensionPattern();
}
