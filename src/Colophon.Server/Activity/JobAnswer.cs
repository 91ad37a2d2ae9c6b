using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Activity;

/// <summary>A job as the API shows it, the same in lists and alone.</summary>
public sealed record JobAnswer(
    long Id,
    string Type,
    JobStatus Status,
    long? LibraryId,
    string? LibraryName,
    IReadOnlyList<long> ScanIds,
    long? ScanId,
    long? ParentId,
    long? RetryOf,
    JsonElement Data,
    int Progress,
    string? ProcessId,
    string Queue,
    long Priority,
    long Attempt,
    long MaxAttempts,
    DateTimeOffset RunAt,
    DateTimeOffset? CancelRequestedAt,
    JobErrorAnswer? Error,
    IReadOnlyList<FailedTry> Errors,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
)
{
    internal static JobAnswer Of(JobRow row, IReadOnlyList<JobScan> scans, IReadOnlyList<FailedTry> errors) =>
        new(
            row.Id,
            row.Type,
            (JobStatus)row.Status,
            row.LibraryId,
            row.LibraryName,
            [.. scans.Select(scan => scan.Id)],
            row.ScanId,
            row.ParentId,
            row.RetryOf,
            JsonSerializer.Deserialize<JsonElement>(row.Payload),
            JobProgress.Of(row, scans),
            row.ProcessId,
            row.Queue,
            row.Priority,
            row.Attempt,
            row.MaxAttempts,
            UtcTime.From(row.RunAt),
            UtcTime.From(row.CancelRequestedAt),
            JobErrorAnswer.Read(row.Error),
            errors,
            UtcTime.From(row.CreatedAt),
            UtcTime.From(row.UpdatedAt),
            UtcTime.From(row.StartedAt),
            UtcTime.From(row.FinishedAt)
        );
}

public sealed record JobErrorAnswer(string Code, string Message)
{
    internal static JobErrorAnswer? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<JobErrorAnswer>(json, JobJson.Options);
}

/// <summary>A try of a job that failed.</summary>
public sealed record FailedTry(int Attempt, string Code, string Message, DateTimeOffset At);

public sealed record JobList(IReadOnlyList<JobAnswer> Jobs, long Total);
