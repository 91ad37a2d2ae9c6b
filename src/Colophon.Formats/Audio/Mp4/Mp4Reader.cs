using Colophon.Formats.Media;
using Colophon.Formats.Mp4;

namespace Colophon.Formats.Audio.Mp4;

/// <summary>Audio in an MP4: the first audio track is the file's stream.</summary>
internal static class Mp4Reader
{
    public static void Read(MediaBytes bytes, AudioDraft draft)
    {
        var movie = Mp4Movie.Read(bytes, draft);
        if (movie.Brand.StartsWith("aax", StringComparison.Ordinal))
        {
            draft.Findings.Fail(FindingCodes.AudioEncrypted);
        }

        IReadOnlyList<Mp4Stream> streams = Mp4Streams.Read(bytes, movie);
        draft.Streams = [.. streams.Select(found => found.Stream)];
        if (streams.FirstOrDefault(found => found.Track.Handler == "soun") is { } audio)
        {
            TakeStream(bytes, draft, movie, audio);
        }
    }

    private static void TakeStream(MediaBytes bytes, AudioDraft draft, Mp4Movie movie, Mp4Stream found)
    {
        if (found.IsEncrypted)
        {
            draft.Findings.Fail(FindingCodes.AudioEncrypted);
        }

        Mp4Track audio = found.Track;
        double? seconds = audio.Seconds ?? movie.Seconds;
        draft.Stream = new AudioStream(
            // an encrypted stream has no codec, whatever is in it
            found.IsEncrypted
                ? null
                : found.Stream.Codec,
            seconds,
            found.Stream.BitRate ?? (seconds is > 0 ? (long)(bytes.Length * 8 / seconds) : null),
            found.Stream.SampleRate ?? (audio.TimeScale > 0 ? (int)Math.Min(audio.TimeScale, int.MaxValue) : null),
            found.Stream.Channels
        );
        if (audio.Language is { } language)
        {
            draft.Tags.Add("TRACKLANGUAGE", language); // many programs write "eng" into everything, so it is no tag
        }
    }
}
