namespace Colophon.Server.Platform.Native;

/// <summary>ffprobe over one media file, bounded: a file that makes it hang or swell costs that file.</summary>
public static class Ffprobe
{
    private const long Memory = 2L << 30;
    private const long MostOutput = 16L << 20;

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
