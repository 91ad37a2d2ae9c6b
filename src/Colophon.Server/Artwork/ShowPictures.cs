using System.Globalization;
using System.Text.RegularExpressions;

namespace Colophon.Server.Artwork;

/// <summary>A folder of a show: its own, or one of a season.</summary>
/// <param name="Name">Of the folder; empty for a library's root.</param>
/// <param name="Season">Null: the show's own folder.</param>
/// <param name="Videos">The names of the videos in it, without their extensions.</param>
public sealed record ShowFolder(string Name, int? Season, IReadOnlyList<string> Videos);

/// <summary>A picture of a show or of a part of it.</summary>
/// <param name="Subject">Show, season or episode.</param>
/// <param name="Season">Of a season: which; null when it is every season's that has none of its own.</param>
/// <param name="Video">Of an episode: the name of its video without the extension, as it was given.</param>
public sealed record ShowPicture(LocalPicture Picture, PictureSubject Subject, int? Season, string? Video);

/// <summary>
/// Whose the pictures in the folders of a show are. The show's folder also has pictures of seasons (<c>season01-poster</c>) and,
/// where episodes lie there, of episodes.
/// </summary>
public static partial class ShowPictures
{
    /// <summary>All that are anybody's, the best first for each.</summary>
    /// <param name="paths">Of files, from the folder: names, and those in <c>extrafanart</c>, <c>extrathumbs</c> and <c>metadata</c>.</param>
    public static IReadOnlyList<ShowPicture> In(ShowFolder folder, IReadOnlyList<string> paths)
    {
        // The longest first, so that "Show 1x01b" is not taken for "Show 1x01".
        string[] videos = [.. folder.Videos.OrderByDescending(video => video.Length)];
        var found = paths
            .Select(path => OfSeason(path) ?? OfEpisode(path, videos) ?? OfFolder(path, folder))
            .OfType<Found>()
            .ToList();
        found.Sort((left, right) => RankedPicture.Compare(left.Ranked, right.Ranked));
        return found.ConvertAll(entry => new ShowPicture(
            entry.Ranked.Picture,
            entry.Subject,
            entry.Season,
            entry.Video
        ));
    }

    private static Found? OfSeason(string path)
    {
        if (SeasonPattern().Match(path) is not { Success: true } match)
            return null;
        var number = match.Groups["number"].Value;
        int? season =
            number.Length > 0 ? int.Parse(number, CultureInfo.InvariantCulture)
            : match.Groups["word"].Value.Equals("specials", StringComparison.OrdinalIgnoreCase) ? 0
            : null;
        var ranked = LocalPictures.Match(path, PictureSubject.Season, [match.Groups["stem"].Value], FolderOwner.Shared);
        return ranked is null ? null : new Found(ranked, PictureSubject.Season, season, null);
    }

    private static Found? OfEpisode(string path, string[] videos)
    {
        foreach (var video in videos)
        {
            if (LocalPictures.Match(path, PictureSubject.Episode, [video], FolderOwner.Shared) is { } ranked)
                return new Found(ranked, PictureSubject.Episode, null, video);
        }
        return null;
    }

    private static Found? OfFolder(string path, ShowFolder folder)
    {
        var subject = folder.Season is null ? PictureSubject.Show : PictureSubject.Season;
        var ranked = LocalPictures.Match(path, subject, [folder.Name], FolderOwner.Item);
        return ranked is null ? null : new Found(ranked, subject, folder.Season, null);
    }

    // Four digits, because some count seasons by years.
    [GeneratedRegex(
        @"^(?<stem>season(?:(?<number>[0-9]{1,4})|-(?<word>specials|all)))(?=[.-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SeasonPattern();

    private sealed record Found(RankedPicture Ranked, PictureSubject Subject, int? Season, string? Video);
}
