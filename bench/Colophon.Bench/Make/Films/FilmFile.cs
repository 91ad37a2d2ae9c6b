using Colophon.Testing.Video;

namespace Colophon.Bench.Make.Films;

/// <summary>The Matroska file of a film.</summary>
internal static class FilmFile
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["h264"] = "V_MPEG4/ISO/AVC",
        ["hevc"] = "V_MPEGH/ISO/HEVC",
        ["aac"] = "A_AAC",
        ["ac3"] = "A_AC3",
        ["flac"] = "A_FLAC",
        ["subrip"] = "S_TEXT/UTF8",
        ["ass"] = "S_TEXT/ASS",
    };

    public static byte[] Of(MadeFilm film)
    {
        var file = MkvBuilder.Titled(film.Title).Lasting(film.Duration);
        file.Track(1, Ids[film.Video.Codec], Size(film.Video));
        foreach (var audio in film.Audio)
            file.Track(2, Ids[audio.Codec], [Sound(audio), .. Named(audio.Language, audio.Title)]);
        foreach (var subtitle in film.Subtitles)
            file.Track(
                17,
                Ids[subtitle.Codec],
                [EbmlNode.Number(0x55AA, subtitle.Forced ? 1u : 0u), .. Named(subtitle.Language, subtitle.Title)]
            );
        return file.Build();
    }

    /// <summary>A trailer or an extra: a video and nothing else.</summary>
    public static byte[] Named(string title, double seconds) =>
        MkvBuilder.Titled(title).Lasting(seconds).Track(1, Ids["h264"]).Build();

    private static EbmlNode Size(MadeVideo video) =>
        EbmlNode.Of(0xE0, EbmlNode.Number(0xB0, (ulong)video.Width), EbmlNode.Number(0xBA, (ulong)video.Height));

    private static EbmlNode Sound(MadeAudio audio) =>
        EbmlNode.Of(0xE1, EbmlNode.Float(0xB5, 48_000), EbmlNode.Number(0x9F, (ulong)audio.Channels));

    private static IEnumerable<EbmlNode> Named(string language, string? title)
    {
        yield return EbmlNode.Text(0x22B59C, language);
        if (title is not null)
            yield return EbmlNode.Text(0x536E, title);
    }
}
