using System.Diagnostics;

namespace Colophon.Server.Platform.Native;

/// <summary>One running probe child.</summary>
internal sealed class ProbeProcess : IAsyncDisposable
{
    // Enough to find a program, a library and its language; no secret of ours.
    private static readonly string[] Kept = ["PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "DOTNET_ROOT"];

    private readonly Process process;
    private readonly Task drain;

    private ProbeProcess(Process process, ILogger log)
    {
        this.process = process;
        drain = DrainAsync(process.StandardError, log, CancellationToken.None);
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public static ProbeProcess Start(string program, ILogger log)
    {
        var start = new ProcessStartInfo(program, ["probe"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        foreach (var name in start.Environment.Keys.Except(Kept, StringComparer.Ordinal).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x4000000";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        return new ProbeProcess(Process.Start(start)!, log);
    }

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <exception cref="IOException">The child is gone or talks nonsense.</exception>
    public async Task<ProbeAnswer> AskAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        await Frames.WriteAsync(
            process.StandardInput.BaseStream,
            request,
            ProbeJson.Default.ProbeRequest,
            cancellationToken
        );
        return await Frames.ReadAsync(
                process.StandardOutput.BaseStream,
                ProbeJson.Default.ProbeAnswer,
                cancellationToken
            ) ?? throw new EndOfStreamException("The probe child ended in the middle of a request.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        await drain;
        process.Dispose();
    }

    // An unread pipe would block the child; a line without end must not fill our memory.
    private static async Task DrainAsync(StreamReader errors, ILogger log, CancellationToken cancellationToken)
    {
        var buffer = new char[1024];
        int length;
        while ((length = await errors.ReadAsync(buffer, cancellationToken)) > 0)
            log.LogWarning("The probe child says: {Text}", new string(buffer, 0, length).TrimEnd());
    }
}
