using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>GET /api/jobs/{id}.</summary>
internal static class GetJob
{
    public static async Task<Results<Ok<JobAnswer>, ApiError>> HandleAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var job = await database.ReadAsync(
            connection => Task.FromResult(JobQueries.Find(connection, null, id)),
            cancellationToken
        );
        if (job is null)
            return ApiErrors.NotFound();
        if (JobAccess.ReadRefusal(caller, job.LibraryId) is { } refusal)
            return refusal;
        return TypedResults.Ok(job);
    }
}
