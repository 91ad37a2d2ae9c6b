using Colophon.Formats.Media;
using Colophon.Formats.Mp4;

namespace Colophon.Formats.Video;

/// <summary>Video in an MP4 or QuickTime file.</summary>
internal static class Mp4Video
{
    public static void Read(MediaBytes bytes, VideoDraft draft)
    {
        var movie = Mp4Movie.Read(bytes, draft);
        draft.Container = movie.IsQuickTime ? "mov" : "mp4";
        IReadOnlyList<Mp4Stream> streams = Mp4Streams.Read(bytes, movie);
        draft.Streams.AddRange(streams.Select(found => found.Stream));
        draft.DurationSeconds = movie.Seconds ?? streams.Max(found => found.Track.Seconds);
        if (streams.Any(found => found.IsEncrypted))
        {
            draft.Findings.Warn(FindingCodes.VideoEncrypted);
        }
    }
}
