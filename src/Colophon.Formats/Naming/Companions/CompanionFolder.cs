using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Companions;

/// <summary>
/// The subtitles and sound tracks beside the videos of one folder: which video a file belongs to and what its name says.
/// Never throws, and says why.
/// </summary>
/// <param name="videos">The names of the folder's videos without their extensions.</param>
public sealed class CompanionFolder(IReadOnlyList<string> videos)
{
    private readonly Lazy<ILookup<(int Season, int First, int Last), string>> _episodes = new(() =>
        videos.Where(video => EpisodeOf(video) is not null).ToLookup(video => EpisodeOf(video)!.Value)
    );

    private const int SegmentLimit = 500;
    private const int MaxSegments = 8;

    /// <summary>Whether a folder of this name holds subtitles of the videos beside it.</summary>
    public static bool IsSubtitleFolder(string name) => CompanionRules.SubtitleFolder.Pattern!.IsMatch(name);

    /// <summary>
    /// The folder whose videos a file may belong to, and the file's path from there: above a folder of subtitles, else the folder
    /// it lies in.
    /// </summary>
    /// <param name="path">With <c>/</c>.</param>
    public static (string Folder, string Below) Divide(string path)
    {
        string[] segments = path.Split('/');
        int subtitles = Array.FindIndex(segments[..^1], IsSubtitleFolder);
        int below = subtitles < 0 ? segments.Length - 1 : subtitles;
        return (string.Join('/', segments[..below]), string.Join('/', segments[below..]));
    }

    /// <summary>Explains one file.</summary>
    /// <param name="relativePath">From the folder of the videos: a name, or <c>Subs/…</c>; both kinds of slashes.</param>
    public CompanionExplanation Explain(string relativePath)
    {
        string[] segments =
        [
            .. relativePath
                .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
                .TakeLast(MaxSegments)
                .Select(segment => segment.Length > SegmentLimit ? segment[..SegmentLimit] : segment),
        ];
        if (segments.Length == 0 || CompanionFiles.KindOf(segments[^1]) is not { } kind)
        {
            return new CompanionExplanation(null, []);
        }

        var draft = new CompanionDraft(kind);
        string stem = Path.GetFileNameWithoutExtension(segments[^1]);
        bool isKnown =
            TakeSameName(stem, draft) || TakeOtherSeparator(stem, draft) || TakeFolder(segments, stem, draft);
        if (!isKnown && !TakeEpisode(stem, draft) && !TakeOnlyVideo(stem, draft))
        {
            new CompanionWords(draft).ReadEnd(CleanText.Line(stem, SegmentLimit));
        }

        return draft.ToExplanation();
    }

    private bool TakeSameName(string stem, CompanionDraft draft)
    {
        string? video = videos
            .Where(video => video.Length > 0 && stem.StartsWith(video, StringComparison.OrdinalIgnoreCase))
            .Where(video => stem.Length == video.Length || stem[video.Length] == '.')
            .MaxBy(video => video.Length);
        return video is not null && Take(CompanionRules.SameName, video, stem, stem[video.Length..], draft);
    }

    private bool TakeOtherSeparator(string stem, CompanionDraft draft)
    {
        foreach (string video in videos.Where(video => video.Length > 0).OrderByDescending(video => video.Length))
        {
            if (
                stem.StartsWith(video, StringComparison.OrdinalIgnoreCase)
                && CompanionRules.OtherSeparator.Pattern!.Match(stem[video.Length..]) is { Success: true } match
                && CompanionWords.AreKnown(match.Groups["words"].Value)
            )
            {
                return Take(CompanionRules.OtherSeparator, video, stem, match.Groups["words"].Value, draft);
            }
        }

        return false;
    }

    /// <summary>"Subs/2_English.srt" and "Subs/Video/2_English.srt".</summary>
    private bool TakeFolder(string[] segments, string stem, CompanionDraft draft)
    {
        if (segments.Length < 2 || !IsSubtitleFolder(segments[0]))
        {
            return false;
        }

        draft.Fire(CompanionRules.SubtitleFolder, segments[0], segments[0], "subtitles of the videos beside it");
        string? video =
            segments.Length > 2
                ? videos.FirstOrDefault(video => video.Equals(segments[1], StringComparison.OrdinalIgnoreCase))
                : null;
        if (video is not null)
        {
            return Take(CompanionRules.SubtitleFolder, video, segments[1], stem, draft);
        }

        return videos.Count == 1 && Take(CompanionRules.OnlyVideo, videos[0], stem, stem, draft);
    }

    private bool TakeEpisode(string stem, CompanionDraft draft)
    {
        if (EpisodeOf(stem) is not { } episode || _episodes.Value[episode].ToArray() is not [string video])
        {
            return false;
        }

        draft.Video = video;
        draft.Fire(
            CompanionRules.SameEpisode,
            stem,
            $"season {episode.Season}, episode {episode.First}",
            $"video={video}"
        );
        new CompanionWords(draft).ReadEnd(CleanText.Line(stem, SegmentLimit));
        return true;
    }

    private static (int Season, int First, int Last)? EpisodeOf(string stem) =>
        EpisodePath.Explain($"{stem}.mkv").Name is { Season: { } season, Episodes: { Count: > 0 } episodes }
            ? (season, episodes[0], episodes[^1])
            : null;

    private bool TakeOnlyVideo(string stem, CompanionDraft draft) =>
        videos.Count == 1
        && CompanionWords.AreKnown(stem)
        && Take(CompanionRules.OnlyVideo, videos[0], stem, stem, draft);

    private static bool Take(NameRule rule, string video, string input, string words, CompanionDraft draft)
    {
        draft.Video = video;
        draft.Fire(rule, input, video.Length == 0 ? input : video, $"video={video}");
        new CompanionWords(draft).Read(CleanText.Line(words.TrimStart('.'), SegmentLimit));
        return true;
    }
}
