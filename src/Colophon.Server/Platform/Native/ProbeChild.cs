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
        var tools = new Tools(Vips.TryStart(), LibArchive.TryStart());
        Libc.LimitAddressSpace(MappedBytes() + MemoryForPictures);
        var request = await NextAsync(input, cancellationToken);
        while (request is not null)
        {
            var next = NextAsync(input, cancellationToken);
            var work = Task.Run(() => Answer(request, tools), cancellationToken);
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

    private static ProbeAnswer Answer(ProbeRequest request, Tools tools) =>
        request.Operation switch
        {
            ProbeOperations.Look or ProbeOperations.Thumbnail when !tools.HasVips => Missing("libvips"),
            ProbeOperations.Look => new ProbeAnswer(null, Vips.Version()),
            ProbeOperations.Thumbnail
                when Vips.Thumbnail(request.Source, request.Target, request.Width) is { } trouble => new ProbeAnswer(
                ProbeCodes.Unreadable,
                trouble
            ),
            ProbeOperations.Thumbnail => new ProbeAnswer(null, null),
            ProbeOperations.ListArchive or ProbeOperations.TakeOut when !tools.HasLibArchive => Missing("libarchive"),
            ProbeOperations.ListArchive => ArchiveWork.List(request),
            ProbeOperations.TakeOut => ArchiveWork.TakeOut(request),
            _ => new ProbeAnswer(ProbeCodes.Unknown, request.Operation),
        };

    private static ProbeAnswer Missing(string library) => new(ProbeCodes.ToolMissing, $"{library} is not installed.");

    private static ulong MappedBytes()
    {
        using var self = Process.GetCurrentProcess();
        return (ulong)self.VirtualMemorySize64;
    }

    /// <summary>Which libraries are installed.</summary>
    private sealed record Tools(bool HasVips, bool HasLibArchive);
}
