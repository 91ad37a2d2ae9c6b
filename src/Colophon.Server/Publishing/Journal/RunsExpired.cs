using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Dapper;

namespace Colophon.Server.Publishing.Journal;

/// <summary>The time to take runs back is over.</summary>
internal sealed record RunsExpired(IReadOnlyList<long> Ids);

/// <summary>
/// They are told of no more, and what they replaced is forgotten. The last word on each file that an item still has stays: by it a
/// later run knows that the file is the server's, and removes it when it is not wanted any more. A run without such words goes.
/// </summary>
internal sealed class RunsExpiredApplier : IApplier<RunsExpired>
{
    private static readonly string[] Steps =
    [
        "update publish_runs set expired_at = @now where id in @ids",
        "update publish_changes set before_sha256 = null where run_id in @ids and before_sha256 is not null",
        // A younger run may be taken back yet, and what stood before it then stands again.
        """
            delete from publish_changes where (run_id, path) in (
                select earlier.run_id, earlier.path from publish_changes later
                    join publish_changes earlier on earlier.path = later.path and earlier.run_id < later.run_id
                    join publish_runs r on r.id = earlier.run_id
                where later.run_id in @ids and later.state = @done and r.expired_at is not null)
            """,
        """
            delete from publish_changes where run_id in @ids and (state <> @done or action <> @write
                or not exists (select 1 from items i where i.id = publish_changes.item_id))
            """,
        """
            delete from publish_runs where expired_at is not null
                and not exists (select 1 from publish_changes c where c.run_id = publish_runs.id)
            """,
    ];

    public void Apply(IReadOnlyList<Applied<RunsExpired>> records, Commit commit)
    {
        var values = new
        {
            ids = records.SelectMany(applied => applied.Record.Ids).ToList(),
            now = commit.Millis(),
            done = (long)PublishState.Done,
            write = (long)PublishAction.Write,
        };
        foreach (var step in Steps)
            commit.Connection.Execute(step, values, commit.Transaction);
    }
}
