using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>Body of POST /api/jobs/{id}/retry; may be absent.</summary>
/// <param name="OnlyFailed">Of a scan: only the units in its error list.</param>
public sealed record RetryJobRequest(bool OnlyFailed = false);

/// <summary>
/// POST /api/jobs/{id}/retry. What a person started is started again as a job of its own; a unit goes back to waiting in its row.
/// </summary>
internal static class RetryJob
{
    public static Task<Results<Ok<JobAnswer>, ApiError>> HandleAsync(
        long id,
        RetryJobRequest? request,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync<Results<Ok<JobAnswer>, ApiError>>(
            commit =>
            {
                if (commit.Find(id) is not { } job)
                    return ApiErrors.NotFound();
                if (JobAccess.WriteRefusal(caller, job.LibraryId) is { } refusal)
                    return refusal;
                if (job.LibraryId is { } library && !Exists(commit, library))
                    return ApiErrors.LibraryGone(library);
                var retried =
                    JobTypes.IsTopLevel(job.Type) ? StartAgain(commit, job, request?.OnlyFailed == true)
                    : JobTypes.IsEnrichment(job.Type) ? AskAgain(commit, job)
                    : TakeBack(commit, job);
                return TypedResults.Ok(JobQueries.Find(commit.Connection, commit.Transaction, retried)!);
            },
            cancellationToken
        );

    private static long StartAgain(Commit commit, Job job, bool onlyFailed)
    {
        if (!HasTrouble(commit, job))
            throw ApiErrors
                .WrongState("Only a job that failed, was cancelled or ended with errors can be retried.")
                .AsException();
        if (job.Type == JobTypes.Scan.Name)
        {
            var options = ScanOptions.FromJson(job.Payload) with { OnlyFailed = onlyFailed };
            var started = StartScan.Start(commit, job.LibraryId, options, job.Id);
            return started.JobId ?? throw ApiErrors.ScanActive(started.BlockedBy!.Value).AsException();
        }
        var type = JobTypes.TopLevel.Single(type => type.Name == job.Type);
        var again = new JobRequest(type, job.Queue, job.Payload) { LibraryId = job.LibraryId, RetryOf = job.Id };
        return commit.Insert([again])[0]!.Value;
    }

    private static bool HasTrouble(Commit commit, Job job) =>
        job.Status switch
        {
            JobStatus.Failed or JobStatus.Cancelled => true,
            JobStatus.Completed => JobQueries
                .ScansOf(commit.Connection, commit.Transaction, [job.Id])
                .Any(scan => scan.ErrorsCount > 0),
            _ => false,
        };

    /// <summary>
    /// A step of an item's enrichment is done anew with all that comes after it, outside its scan, which has counted the item.
    /// </summary>
    private static long AskAgain(Commit commit, Job job)
    {
        CheckEndedBadly(job);
        var data = JsonSerializer.Deserialize<EnrichmentData>(job.Payload, JobJson.Options)!;
        var type = JobTypes.All.Single(type => type.Name == job.Type);
        var again = JobRequest.For(type, job.Queue, data with { ScanId = null, Before = EnrichmentMarks.None }) with
        {
            LibraryId = job.LibraryId,
            RetryOf = job.Id,
        };
        if (job.ScanId is { } scan)
            RetriedUnit.TakeBackError(commit, job, scan);
        return commit.Insert([again])[0]!.Value;
    }

    private static void CheckEndedBadly(Job job)
    {
        if (job.Status is not (JobStatus.Failed or JobStatus.Cancelled))
            throw ApiErrors.WrongState("Only a job that failed or was cancelled can be retried.").AsException();
    }

    private static long TakeBack(Commit commit, Job job)
    {
        CheckEndedBadly(job);
        if (job.ScanId is { } scanId && !RetriedUnit.TakeBack(commit, job, scanId))
            throw ApiErrors.ScanEnded().AsException();
        if (!commit.Reopen(job.Id))
            throw ApiErrors.WrongState("This job cannot be retried.").AsException();
        return job.Id;
    }

    private static bool Exists(Commit commit, long libraryId) =>
        commit.Connection.QuerySingle<long>(
            "select count(*) from libraries where id = @libraryId and deleted_at is null",
            new { libraryId },
            commit.Transaction
        ) == 1;
}
