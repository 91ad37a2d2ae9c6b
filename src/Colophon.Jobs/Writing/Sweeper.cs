namespace Colophon.Jobs.Writing;

/// <summary>Closes what waits of a closed scan or library, a chunk a transaction, so that no write waits long behind it.</summary>
internal sealed class Sweeper
{
    private const int Chunk = 2_000;

    /// <summary>Whether there may be something to sweep; true at first, for what the last process left.</summary>
    public bool Wanted { get; private set; } = true;

    public void Wake() => Wanted = true;

    public void Sweep(JobCommit commit)
    {
        if (commit.Session.Sweeps() is not [var sweep, ..])
        {
            Wanted = false;
            return;
        }
        var jobs = commit.Session.Unowned(sweep, Chunk);
        foreach (var job in jobs)
            commit.Ended(job, job.Status, sweep.Status, sweep.Error);
        if (jobs.Count < Chunk)
            commit.Session.RemoveSweep(sweep.Id);
    }
}
