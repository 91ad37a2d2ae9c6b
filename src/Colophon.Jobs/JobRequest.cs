using System.Text.Json;

namespace Colophon.Jobs;

/// <summary>A job to be inserted. Build it with <see cref="For{TData}"/>.</summary>
/// <param name="Type">The kind of job.</param>
/// <param name="Queue">The queue it waits in: one a library, one a provider, <see cref="GeneralQueue"/> for the rest.</param>
/// <param name="Payload">Its data as JSON.</param>
public sealed record JobRequest(JobType Type, string Queue, string Payload)
{
    /// <summary>The queue of jobs that belong to no library and no provider.</summary>
    public const string GeneralQueue = "general";

    /// <summary>Unique over all rows that hold one; a request whose key is taken is not inserted.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>The library it belongs to.</summary>
    public long? LibraryId { get; init; }

    /// <summary>The scan it belongs to: it keeps its dedupe key until the scan is pruned and ends when the scan is cancelled.</summary>
    public long? ScanId { get; init; }

    /// <summary>The job that queued it.</summary>
    public long? ParentId { get; init; }

    /// <summary>The ended job that this one repeats.</summary>
    public long? RetryOf { get; init; }

    /// <summary>Not before this time; null = at once.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>Instead of the type's priority.</summary>
    public int? Priority { get; init; }

    /// <summary>A request of <paramref name="type"/> that carries <paramref name="data"/>.</summary>
    public static JobRequest For<TData>(JobType type, string queue, TData data) =>
        new(type, queue, JsonSerializer.Serialize(data, JobJson.Options));
}
