using System.ComponentModel;

namespace Colophon.Server.Platform.Native;

/// <summary>How the probe child is run.</summary>
/// <param name="Program">The program that has the command <c>probe</c>: this one.</param>
/// <param name="RequestLimit">How long one request may take before its child is killed.</param>
/// <param name="IdleLimit">How long a child waits for the next request before it is ended.</param>
public sealed record ProbeOptions(string Program, TimeSpan RequestLimit, TimeSpan IdleLimit)
{
    public static ProbeOptions Default { get; } =
        new(Path.Combine(AppContext.BaseDirectory, "colophon"), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
}

/// <summary>
/// Asks the probe child, one request at a time. It is started when needed and ended when idle. A child that crashes,
/// hangs or is killed costs the request it was at; the next request has a new child.
/// </summary>
public sealed class Probe : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly ProbeOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<Probe> log;
    private readonly ITimer idle;
    private ProbeProcess? child;

    public Probe(ProbeOptions options, TimeProvider clock, ILogger<Probe> log)
    {
        (this.options, this.clock, this.log) = (options, clock, log);
        idle = clock.CreateTimer(
            _ => _ = EndIdleAsync(CancellationToken.None),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>The running child, for diagnosis; null when none runs.</summary>
    public int? ProcessId => child?.Id;

    public async Task<ProbeAnswer> AskAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return await AskChildAsync(request, cancellationToken);
        }
        finally
        {
            idle.Change(options.IdleLimit, Timeout.InfiniteTimeSpan);
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await idle.DisposeAsync();
        await turn.WaitAsync(CancellationToken.None);
        await using var ended = TakeChild();
        turn.Dispose();
    }

    private async Task<ProbeAnswer> AskChildAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.RequestLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await using var ended = child is { HasEnded: true } ? TakeChild() : null;
            child ??= ProbeProcess.Start(options.Program, log);
            return await child.AskAsync(request, both.Token);
        }
        catch (OperationCanceledException)
        {
            // What the child is at cannot be called off.
            await using var ended = TakeChild();
            cancellationToken.ThrowIfCancellationRequested();
            return new ProbeAnswer(ProbeCodes.Timeout, $"It took more than {options.RequestLimit.TotalSeconds} s.");
        }
        catch (Exception exception) when (exception is IOException or Win32Exception)
        {
            await using var ended = TakeChild();
            return new ProbeAnswer(ProbeCodes.Crashed, exception.Message);
        }
    }

    private async Task EndIdleAsync(CancellationToken cancellationToken)
    {
        if (!await turn.WaitAsync(TimeSpan.Zero, cancellationToken))
            return;
        try
        {
            await using var ended = TakeChild();
        }
        finally
        {
            turn.Release();
        }
    }

    private ProbeProcess? TakeChild()
    {
        var taken = child;
        child = null;
        return taken;
    }
}
