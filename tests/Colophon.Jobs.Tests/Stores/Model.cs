namespace Colophon.Jobs.Tests.Stores;

/// <summary>
/// What the queue should do, as simply as it can be said: everything claimable runs at once, one job at a time.
/// A job's script says what each of its runs does: D done, R retry, T throw, S snooze, X dead, P park; afterwards D.
/// </summary>
internal sealed class Model
{
    public const int MaxAttempts = 3;

    public List<ModelJob> Jobs { get; } = [];

    public HashSet<string> Closed { get; } = [];

    /// <summary>Records that must have been stored: one a job that was closed by its handler.</summary>
    public long Notes { get; private set; }

    public ModelJob? Insert(ModelJob job)
    {
        if (job.Key is not null && Jobs.Exists(other => other.HeldKey == job.Key))
            return null;
        job.HeldKey = job.Key;
        Jobs.Add(job);
        return job;
    }

    public void RunAll()
    {
        while (
            Jobs.Find(job => job is { Status: JobStatus.Pending, Waits: false } && !Closed.Contains(job.Queue))
                is { } job
        )
            Run(job);
    }

    public void Wake() => Jobs.ForEach(job => job.Waits = false);

    public void Cancel(ModelJob job)
    {
        if (job.Status == JobStatus.Pending)
            End(job, JobStatus.Cancelled);
    }

    public bool CloseParked(ModelJob job, JobStatus status)
    {
        if (job.Status != JobStatus.InProgress)
            return false;
        End(job, status);
        return true;
    }

    public void CloseScan(long scan, JobStatus status)
    {
        foreach (
            var job in Jobs.Where(job => job.Scan == scan && job.Status is JobStatus.Pending or JobStatus.InProgress)
        )
        {
            if (job.Scan == scan)
                End(job, status);
        }
    }

    public bool Reopen(ModelJob job)
    {
        if (job.Status is not (JobStatus.Failed or JobStatus.Cancelled))
            return false;
        if (job.Key is not null && Jobs.Exists(other => other != job && other.HeldKey == job.Key))
            return false;
        (job.Status, job.Attempt, job.Waits, job.HeldKey) = (JobStatus.Pending, 0, false, job.Key);
        return true;
    }

    private void Run(ModelJob job)
    {
        job.Attempt++;
        var turn = job.NextTurn();
        switch (turn)
        {
            case 'S':
                job.Attempt--;
                job.Waits = true;
                return;
            case 'R' or 'T' when job.Attempt < MaxAttempts:
                job.Waits = true;
                return;
            case 'P':
                job.Status = JobStatus.InProgress;
                Notes++;
                return;
            case 'T':
                End(job, JobStatus.Failed);
                return;
        }
        Notes++;
        End(job, turn == 'D' ? JobStatus.Completed : JobStatus.Failed);
        foreach (var key in turn is 'D' or 'X' ? job.Children : [])
            Insert(new ModelJob("D", job.Queue, job.Scan, key, []));
    }

    private static void End(ModelJob job, JobStatus status)
    {
        job.Status = status;
        job.Waits = false;
        if (job.Scan is null)
            job.HeldKey = null;
    }
}

/// <summary>A job of the model.</summary>
internal sealed class ModelJob(string script, string queue, long? scan, string? key, IReadOnlyList<string> children)
{
    private int runs;

    public long? Id { get; set; }
    public string Script => script;
    public string Queue => queue;
    public long? Scan => scan;
    public string? Key => key;
    public string? HeldKey { get; set; }
    public IReadOnlyList<string> Children => children;
    public JobStatus Status { get; set; }
    public int Attempt { get; set; }
    public bool Waits { get; set; }

    public char NextTurn() => runs < script.Length ? script[runs++] : 'D';
}
