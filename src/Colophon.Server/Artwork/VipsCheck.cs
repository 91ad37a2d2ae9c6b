using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Native;

namespace Colophon.Server.Artwork;

/// <summary>Is libvips there? Asked of the probe child, so that the server itself never loads it.</summary>
internal sealed class VipsCheck(Probe probe) : ISystemCheck
{
    public async Task<IReadOnlyList<CheckResult>> ExamineAsync(CancellationToken cancellationToken)
    {
        var answer = await probe.AskAsync(new ProbeRequest(ProbeOperations.Look, "", "", 0), cancellationToken);
        return
        [
            answer.Code is null
                ? new CheckResult(CheckKind.Tool, "libvips", CheckVerdict.Well, $"version {answer.Message}")
                : new CheckResult(
                    CheckKind.Tool,
                    "libvips",
                    CheckVerdict.Absent,
                    $"{answer.Message} Covers are served in their full size. On Debian: apt install libvips42."
                ),
        ];
    }
}
