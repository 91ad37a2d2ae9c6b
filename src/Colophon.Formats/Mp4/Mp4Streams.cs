using Colophon.Formats.Books;
using Colophon.Formats.Media;
using Colophon.Formats.Text;

namespace Colophon.Formats.Mp4;

/// <summary>A stream and the track it is.</summary>
/// <param name="IsEncrypted">By whatever scheme: it cannot be played without a key.</param>
internal sealed record Mp4Stream(Mp4Track Track, MediaStream Stream, bool IsEncrypted);

/// <summary>Tracks as streams. Those that only hold chapters, time codes or hints are none.</summary>
internal static class Mp4Streams
{
    private const int TitleLimit = 1_000;

    public static IReadOnlyList<Mp4Stream> Read(MediaBytes bytes, Mp4Movie movie)
    {
        var streams = new List<Mp4Stream>();
        IReadOnlySet<uint> chapters = movie.ChapterTracks;
        for (int i = 0; i < movie.Tracks.Count; i++)
        {
            Mp4Track track = movie.Tracks[i];
            if (TypeOf(track.Handler) is { } type && !(type != StreamType.Audio && chapters.Contains(track.Id)))
            {
                streams.Add(Read(bytes, movie, track, new MediaStream(i, type)));
            }
        }

        return streams;
    }

    private static StreamType? TypeOf(string handler) =>
        handler switch
        {
            "vide" => StreamType.Video,
            "soun" => StreamType.Audio,
            "text" or "sbtl" or "subt" or "subp" or "clcp" => StreamType.Subtitle,
            _ => null,
        };

    private static Mp4Stream Read(MediaBytes bytes, Mp4Movie movie, Mp4Track track, MediaStream stream)
    {
        stream = stream.With(track.Roles) with
        {
            Language = LanguageTag.Normalise(track.Language),
            Title = CleanText.LineOrNull(track.Name, TitleLimit),
        };
        bool isEncrypted = false;
        if (track.SampleTable is { } table && Mp4Boxes.Find(bytes, table, "stsd") is { } descriptions)
        {
            stream = stream.Type switch
            {
                StreamType.Video => Mp4Picture.Read(bytes, descriptions, stream, out isEncrypted),
                StreamType.Audio => Mp4Sound.Read(bytes, descriptions, stream, out isEncrypted),
                _ => Mp4Caption.Read(bytes, descriptions, stream),
            };
        }

        if (stream.Type == StreamType.Video)
        {
            stream = stream with { FrameRate = Mp4Rate.Of(bytes, movie, track) ?? stream.FrameRate };
            stream = stream.Width is > 0
                ? stream.Shown(track.Shown.Width, track.Shown.Height)
                : stream with
                {
                    Width = track.Shown.Width,
                    Height = track.Shown.Height,
                };
        }

        return new Mp4Stream(track, stream, isEncrypted);
    }
}
