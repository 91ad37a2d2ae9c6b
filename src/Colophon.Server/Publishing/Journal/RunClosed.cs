using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Journal;

/// <summary>How a run was closed.</summary>
internal enum RunClosing
{
    Ended,
    Undone,
}

/// <summary>A run has come to its end, or has been taken back.</summary>
internal sealed record RunClosed(long RunId, RunClosing Closing);

internal sealed class RunClosedApplier : IApplier<RunClosed>
{
    public void Apply(IReadOnlyList<Applied<RunClosed>> records, Commit commit)
    {
        foreach (var closed in records.Select(applied => applied.Record))
            commit.Run(
                closed.Closing == RunClosing.Ended
                    ? "update publish_runs set ended_at = @now where id = @id"
                    : "update publish_runs set undone_at = @now where id = @id",
                commit.Millis(),
                closed.RunId
            );
    }
}
