namespace Colophon.Testing;

/// <summary>The one way a test waits for work in the background.</summary>
public static class JobProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(3);

    /// <summary>Looks again and again until the condition holds; fails with <paramref name="what"/> when it never does.</summary>
    public static async Task Until(Func<Task<bool>> condition, string what, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(Between);
        try
        {
            while (!await condition())
                await timer.WaitForNextTickAsync(patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Not within {Patience.TotalSeconds} s: {what}", e);
        }
    }

    /// <summary>The same for a condition that needs no waiting.</summary>
    public static Task Until(Func<bool> condition, string what, CancellationToken cancellationToken) =>
        Until(() => Task.FromResult(condition()), what, cancellationToken);
}
