namespace Colophon.Jobs;

/// <summary>A durable job as its row stands. Times are UTC.</summary>
/// <param name="Payload">The job's data as JSON (snake_case).</param>
/// <param name="Cursor">The last committed checkpoint as JSON; null before the first.</param>
/// <param name="ScanId">The group of jobs this one belongs to; null outside a scan.</param>
/// <param name="Attempt">Tries begun so far; counted when the job is claimed.</param>
/// <param name="CrashCount">How many owners died with it.</param>
/// <param name="ProcessId">The worker that owns it; null when pending, parked or ended.</param>
public sealed record Job(
    long Id,
    string Type,
    string Queue,
    JobStatus Status,
    int Priority,
    string? DedupeKey,
    string Payload,
    string? Cursor,
    long? LibraryId,
    long? ScanId,
    long? ParentId,
    long? RetryOf,
    int Attempt,
    int MaxAttempts,
    int CrashCount,
    DateTimeOffset RunAt,
    string? ProcessId,
    DateTimeOffset? CancelRequestedAt,
    JobError? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
);

/// <summary>Why a try or a job failed.</summary>
/// <param name="Code">A stable code from ERRORS.md (<c>worker_lost</c>).</param>
/// <param name="Message">The sentence a person sees.</param>
public sealed record JobError(string Code, string Message);
