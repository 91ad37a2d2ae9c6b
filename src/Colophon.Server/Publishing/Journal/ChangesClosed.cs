using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Journal;

/// <summary>What became of changes; each with the run it belongs to.</summary>
internal sealed record ChangesClosed(IReadOnlyList<PublishChange> Changes);

internal sealed class ChangesClosedApplier : IApplier<ChangesClosed>
{
    public void Apply(IReadOnlyList<Applied<ChangesClosed>> records, Commit commit)
    {
        foreach (var change in records.SelectMany(applied => applied.Record.Changes))
            commit.Run(
                """
                update publish_changes set state = @state, size = @size, mtime_ns = @mtime, reason = @reason, at = @now
                where run_id = @run and path = @path
                """,
                (long)change.State,
                change.Size,
                change.ModifiedNs,
                change.Reason,
                commit.Millis(),
                change.RunId,
                change.Path
            );
    }
}
