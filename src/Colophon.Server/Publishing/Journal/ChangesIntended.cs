using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Journal;

/// <summary>What a run is about to do, and what it leaves alone and why. Committed before the disk is touched.</summary>
internal sealed record ChangesIntended(PublishRun Run, IReadOnlyList<PublishChange> Changes);

internal sealed class ChangesIntendedApplier : IApplier<ChangesIntended>
{
    public void Apply(IReadOnlyList<Applied<ChangesIntended>> records, Commit commit)
    {
        foreach (var intended in records.Select(applied => applied.Record))
        {
            Begin(commit, intended.Run);
            foreach (var change in intended.Changes)
                Note(commit, intended.Run, change);
        }
    }

    private static void Begin(Commit commit, PublishRun run) =>
        commit.Run(
            """
            insert into publish_runs (id, library_id, item_id, program, started_at)
            values (@id, @library, @item, @program, @started) on conflict (id) do nothing
            """,
            run.Id,
            run.LibraryId,
            run.ItemId,
            run.Program,
            run.StartedAt
        );

    /// <summary>A run that is done again may speak of a file again: what stood there before it still counts.</summary>
    private static void Note(Commit commit, PublishRun run, PublishChange change) =>
        commit.Run(
            """
            insert into publish_changes (run_id, path, library_id, item_id, content, action, state, sha256, before_sha256, reason, at)
            values (@run, @path, @library, @item, @content, @action, @state, @sha256, @before, @reason, @now)
            on conflict (run_id, path) do update set item_id = excluded.item_id, content = excluded.content,
                action = excluded.action, state = excluded.state, sha256 = excluded.sha256,
                before_sha256 = case publish_changes.state when 1 then publish_changes.before_sha256 else excluded.before_sha256 end,
                reason = excluded.reason, at = excluded.at
            """,
            run.Id,
            change.Path,
            run.LibraryId,
            change.ItemId,
            change.Content,
            (long)change.Action,
            (long)change.State,
            change.Sha256,
            change.BeforeSha256,
            change.Reason,
            commit.Millis()
        );
}
