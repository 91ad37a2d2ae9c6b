using System.Diagnostics;

namespace Colophon.Server.Platform.Native;

/// <summary>
/// <c>colophon probe</c>: lets native readers loose on foreign bytes where a crash, a hang or a bomb costs one file.
/// Answers one request at a time until its input ends.
/// </summary>
internal static class ProbeChild
{
    // Over what is mapped when it starts: the runtime reserves much more than it uses.
    private const ulong MemoryForPictures = 512UL << 20;

    public static async Task<int> ServeAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var hasVips = Vips.TryStart();
        Libc.LimitAddressSpace(MappedBytes() + MemoryForPictures);
        var request = await NextAsync(input, cancellationToken);
        while (request is not null)
        {
            var next = NextAsync(input, cancellationToken);
            var work = Task.Run(() => Answer(request, hasVips), cancellationToken);
            // Nobody asks before the answer is there: an end of input now means that the parent is gone.
            if (await Task.WhenAny(work, next) == next && await next is null)
                Environment.Exit(1);
            await Frames.WriteAsync(output, await work, ProbeJson.Default.ProbeAnswer, cancellationToken);
            request = await next;
        }
        return 0;
    }

    private static Task<ProbeRequest?> NextAsync(Stream input, CancellationToken cancellationToken) =>
        Frames.ReadAsync(input, ProbeJson.Default.ProbeRequest, cancellationToken);

    private static ProbeAnswer Answer(ProbeRequest request, bool hasVips)
    {
        if (!hasVips)
            return new ProbeAnswer(ProbeCodes.ToolMissing, "libvips is not installed.");
        return request.Operation switch
        {
            ProbeOperations.Look => new ProbeAnswer(null, Vips.Version()),
            ProbeOperations.Thumbnail
                when Vips.Thumbnail(request.Source, request.Target, request.Width) is { } trouble => new ProbeAnswer(
                ProbeCodes.Unreadable,
                trouble
            ),
            ProbeOperations.Thumbnail => new ProbeAnswer(null, null),
            _ => new ProbeAnswer(ProbeCodes.Unknown, request.Operation),
        };
    }

    private static ulong MappedBytes()
    {
        using var self = Process.GetCurrentProcess();
        return (ulong)self.VirtualMemorySize64;
    }
}
