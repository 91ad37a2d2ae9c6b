using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>POST /api/jobs/{id}/cancel. A unit of a scan ends alone and counts as ended; a scan job takes its scans with it.</summary>
internal static class CancelJob
{
    public static Task<Results<Ok<JobAnswer>, ApiError>> HandleAsync(
        long id,
        Caller caller,
        IDatabase database,
        JobAnnouncer announcer,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync<Results<Ok<JobAnswer>, ApiError>>(
            commit =>
            {
                if (commit.Find(id) is not { } job)
                    return ApiErrors.NotFound();
                if (JobAccess.WriteRefusal(caller, job.LibraryId) is { } refusal)
                    return refusal;
                if (job.Status is not (JobStatus.Pending or JobStatus.InProgress))
                    return ApiErrors.WrongState("This job has ended and cannot be cancelled.");
                if (job.Type == JobTypes.Scan.Name)
                    CancelScan.OfJob(commit, id);
                else
                    commit.RequestCancel(id);
                if (JobTypes.IsTopLevel(job.Type))
                    announcer.Changed(commit, id);
                return TypedResults.Ok(JobQueries.Find(commit.Connection, commit.Transaction, id)!);
            },
            cancellationToken
        );
}
