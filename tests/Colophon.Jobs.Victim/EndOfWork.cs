namespace Colophon.Jobs.Victim;

/// <summary>Counts what is closed, closes the parked walk when nothing else is open, and ends the process when nothing is at all.</summary>
internal sealed class EndOfWork(TaskCompletionSource done) : ICommitStep
{
    public void Run(Commit commit)
    {
        if (commit.Closed.Count > 0)
            Schema.Add(commit, "closed", commit.Closed.Count);
        if (Number(commit, "select count(*) from jobs where scan_id = 1 and status in (0, 1)") > 0)
            return;
        if (
            Number(commit, "select max(id) from jobs where type = 'walk' and status = 1 and process_id is null") is
            { } walk
        )
            commit.CloseParked(walk, JobStatus.Completed, error: null);
        if (Number(commit, "select count(*) from jobs where status in (0, 1)") == 0)
            commit.AfterCommit(() => done.TrySetResult());
    }

    private static long? Number(Commit commit, string sql)
    {
        using var command = commit.Connection.CreateCommand();
        command.Transaction = commit.Transaction;
        command.CommandText = sql;
        return command.ExecuteScalar() as long?;
    }
}
