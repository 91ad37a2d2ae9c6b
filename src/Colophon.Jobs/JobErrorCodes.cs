namespace Colophon.Jobs;

/// <summary>The codes of errors that the engine itself gives to jobs.</summary>
public static class JobErrorCodes
{
    /// <summary>The handler, an applier or a commit step threw.</summary>
    public const string Fault = "fault";

    /// <summary>The processes that ran the job died three times.</summary>
    public const string WorkerLost = "worker_lost";

    /// <summary>No handler is registered for the job's type.</summary>
    public const string UnknownJobType = "unknown_job_type";

    /// <summary>The job's data does not fit its type.</summary>
    public const string BadPayload = "bad_payload";
}
