using System.Collections.Concurrent;

namespace Colophon.Jobs.Working;

/// <summary>
/// A thread that runs handlers, one at a time, and what they continue with after an await: reading never takes a thread
/// from the pool that answers pages.
/// </summary>
internal sealed class ReaderThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> continuations = [];

    /// <summary>Starts the thread; the task ends with it.</summary>
    public static Task Start(string name, Action<ReaderThread> loop)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            var reader = new ReaderThread();
            SetSynchronizationContext(reader);
            loop(reader);
            ended.SetResult();
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        return ended.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => continuations.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    /// <summary>Runs the task's continuations on this thread until it has ended.</summary>
    public T Run<T>(Func<Task<T>> work)
    {
        var task = work();
        if (!task.IsCompleted)
        {
            _ = task.ContinueWith(_ => Post(static _ => { }, null), TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                var (callback, state) = continuations.Take();
                callback(state);
            }
        }
        return task.GetAwaiter().GetResult();
    }
}
