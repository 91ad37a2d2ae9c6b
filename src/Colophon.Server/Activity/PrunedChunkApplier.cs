using Colophon.Jobs;
using Colophon.Server.Catalog;
using Dapper;

namespace Colophon.Server.Activity;

internal sealed class PrunedChunkApplier : IApplier<PrunedChunk>
{
    public void Apply(IReadOnlyList<Applied<PrunedChunk>> records, Commit commit)
    {
        foreach (var record in records)
            commit.Prune(record.Record.Filter, record.Record.Limit);
    }
}

internal sealed class ExpiredResponsesApplier : IApplier<ExpiredResponses>
{
    public void Apply(IReadOnlyList<Applied<ExpiredResponses>> records, Commit commit)
    {
        foreach (var expired in records.Select(applied => applied.Record))
            commit.Run(
                """
                delete from provider_responses where (provider, request_hash) in
                    (select provider, request_hash from provider_responses where expires_at < @before limit @limit)
                """,
                expired.Before,
                (long)expired.Limit
            );
    }
}

internal sealed class PrunedScansApplier : IApplier<PrunedScans>
{
    public void Apply(IReadOnlyList<Applied<PrunedScans>> records, Commit commit)
    {
        var ids = records.SelectMany(record => record.Record.Ids).ToList();
        commit.Connection.Execute(
            "delete from jobs where scan_id in @ids and status >= 2",
            new { ids },
            commit.Transaction
        );
        var jobs = commit
            .Connection.Query<long>(
                "delete from scans where id in @ids returning job_id",
                new { ids },
                commit.Transaction
            )
            .Distinct()
            .ToList();
        // A global job goes with its last scan.
        commit.Connection.Execute(
            """
            delete from jobs where id in @jobs and type = @type and status >= 2
              and not exists (select 1 from scans where scans.job_id = jobs.id)
            """,
            new { jobs, type = JobTypes.Scan.Name },
            commit.Transaction
        );
    }
}
