namespace Colophon.Server.Platform.Native;

/// <summary>ffprobe over one media file, bounded: a file that makes it hang or swell costs that file.</summary>
public static class Ffprobe
{
    private const long Memory = 2L << 30;
    private const long MostOutput = 16L << 20;

    /// <summary>
    /// Containers only. Playlists are left out: whoever puts one in the place of a film could have the server read other files,
    /// or ask other hosts.
    /// </summary>
    private const string Containers =
        "aac,ac3,aiff,ape,asf,avi,caf,dsf,dts,dv,flac,flv,ivf,matroska,mov,mp3,mpc,mpc8,mpeg,mpegts,mpegvideo,nut,ogg,rm,tak,tta,w64,"
        + "wav,wtv,wv,xwma";

    private static readonly ToolLimits Limits = new(TimeSpan.FromSeconds(30), Memory, MostOutput);

    /// <summary>Format, streams and chapters, as JSON.</summary>
    public static (ToolEnd End, byte[] Report) Report(string path, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var end = Tool.Run(
            [
                "ffprobe",
                "-v",
                "error",
                "-print_format",
                "json",
                "-show_format",
                "-show_streams",
                "-show_chapters",
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                Containers,
                path,
            ],
            Limits,
            ToolComplaints.Dropped,
            output.Write,
            cancellationToken
        );
        return (end, output.ToArray());
    }
}
