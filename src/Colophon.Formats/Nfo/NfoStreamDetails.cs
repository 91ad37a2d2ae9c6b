namespace Colophon.Formats.Nfo;

/// <summary><c>fileinfo/streamdetails</c>.</summary>
internal static class NfoStreamDetails
{
    /// <summary>Null when no stream says anything.</summary>
    public static NfoStreams? Read(NfoElements said)
    {
        NfoElements? details = said.All("fileinfo")
            .SelectMany(info => said.In(info).All("streamdetails"))
            .Select(said.In)
            .FirstOrDefault();
        if (details is null)
        {
            return null;
        }

        var streams = new NfoStreams(
            details.Kept(details.All("video").Select(said.In).Select(Video).Where(IsSaying)),
            details.Kept(details.All("audio").Select(said.In).Select(Audio).Where(IsSaying)),
            details.Kept(
                details.All("subtitle").Select(said.In).Select(subtitle => subtitle.Line("language")).OfType<string>()
            )
        );
        return streams.Video.Count + streams.Audio.Count + streams.Subtitles.Count == 0 ? null : streams;
    }

    private static NfoVideo Video(NfoElements said) =>
        new(
            said.Line("codec"),
            said.Line("aspect"),
            Counted(said, "width"),
            Counted(said, "height"),
            Counted(said, "durationinseconds"),
            said.Line("language"),
            said.Line("stereomode"),
            said.Line("format3d"),
            said.Line("hdrtype")
        );

    private static NfoAudio Audio(NfoElements said) =>
        new(said.Line("codec"), said.Line("language"), Counted(said, "channels"));

    private static int? Counted(NfoElements said, string name) => said.Whole(name) is > 0 and var count ? count : null;

    private static bool IsSaying(NfoVideo video) =>
        video != new NfoVideo(null, null, null, null, null, null, null, null, null);

    private static bool IsSaying(NfoAudio audio) => audio != new NfoAudio(null, null, null);
}
