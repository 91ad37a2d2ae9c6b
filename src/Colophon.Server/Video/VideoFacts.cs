using Colophon.Formats;
using Colophon.Formats.Video;
using Colophon.Server.Platform.Native;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Video;

/// <summary>What a video holds: read in process where the container is known, else told by ffprobe, which costs a hundred times more.</summary>
internal static class VideoFacts
{
    public static Reading<VideoFile> Read(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var reading = VideoReader.Read(file, cancellationToken);
        return reading.Fatal?.Code == FindingCodes.VideoOtherContainer ? Report(file, cancellationToken) : reading;
    }

    private static Reading<VideoFile> Report(SafeFileHandle file, CancellationToken cancellationToken)
    {
        // The program opens the very file that was checked, whatever its path leads to by now.
        var path = $"/proc/{Environment.ProcessId}/fd/{file.DangerousGetHandle()}";
        var (end, report) = Ffprobe.Report(path, cancellationToken);
        return end switch
        {
            ToolEnd.Ended => FfprobeReport.Parse(report),
            ToolEnd.Missing => Failed(FindingCodes.VideoToolMissing),
            _ => Failed(FindingCodes.ReadTimeout),
        };
    }

    private static Reading<VideoFile> Failed(string code) =>
        new(null, [new Finding(code, FindingSeverity.Fatal, FindingCodes.Texts[code])]);
}
