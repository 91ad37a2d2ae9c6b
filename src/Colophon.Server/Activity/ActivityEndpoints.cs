using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Colophon.Server.Activity;

/// <summary>Jobs and scans as the user sees them.</summary>
public static class ActivityEndpoints
{
    public static IServiceCollection AddActivity(this IServiceCollection services)
    {
        services.AddSingleton<JobAnnouncer>();
        services.AddSingleton<ScanSight>();
        services.TryAddSingleton<ScanPace>();
        // After the step that advances scans: it tells what that one closed.
        services.AddSingleton<ICommitStep, AnnounceJobs>();
        services.AddJobHandler<PruneJobs, LibraryJobData>(JobTypes.Prune);
        services.AddApplier<PrunedChunkApplier, PrunedChunk>();
        services.AddApplier<PrunedScansApplier, PrunedScans>();
        services.AddApplier<ExpiredResponsesApplier, ExpiredResponses>();
        services.AddHostedService<PruneDaily>();
        return services;
    }

    public static void MapActivity(this IEndpointRouteBuilder routes)
    {
        MapJobs(routes.MapGroup("/api/jobs").WithTags("Jobs"));
        routes
            .MapPost("/api/resync", CreateResync.HandleAsync)
            .WithTags("Jobs")
            .Requires(Permissions.ItemsWrite, LibraryCheck.Refuses)
            .WithName("createResync");
        MapScans(routes.MapGroup("/api/scans").WithTags("Scans"));
    }

    private static void MapJobs(RouteGroupBuilder jobs)
    {
        jobs.MapGet("", ListJobs.HandleAsync).Requires(Permissions.JobsRead, LibraryCheck.Filters).WithName("listJobs");
        jobs.MapPost("", CreateJob.HandleAsync)
            .Requires(Permissions.JobsWrite, LibraryCheck.Refuses)
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("createJob");
        jobs.MapGet("/{id}", GetJob.HandleAsync)
            .Requires(Permissions.JobsRead, LibraryCheck.Refuses)
            .WithName("getJob");
        jobs.MapGet("/{id}/logs", ListJobLogs.HandleAsync)
            .Requires(Permissions.JobsRead, LibraryCheck.Refuses)
            .WithName("listJobLogs");
        jobs.MapPost("/{id}/cancel", CancelJob.HandleAsync)
            .Requires(Permissions.JobsWrite, LibraryCheck.Refuses)
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("cancelJob");
        jobs.MapPost("/{id}/retry", RetryJob.HandleAsync)
            .Requires(Permissions.JobsWrite, LibraryCheck.Refuses)
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("retryJob");
    }

    private static void MapScans(RouteGroupBuilder scans)
    {
        scans
            .MapGet("", ListScans.HandleAsync)
            .Requires(Permissions.JobsRead, LibraryCheck.Filters)
            .WithName("listScans");
        scans
            .MapGet("/{id}", ListScans.OneAsync)
            .Requires(Permissions.JobsRead, LibraryCheck.Refuses)
            .WithName("getScan");
        scans
            .MapGet("/{id}/errors", ListScanErrors.HandleAsync)
            .Requires(Permissions.JobsRead, LibraryCheck.Refuses)
            .WithName("listScanErrors");
        scans
            .MapGet("/{id}/items", ListScanItems.HandleAsync)
            .Requires(Permissions.JobsRead, LibraryCheck.Refuses)
            .WithName("listScanItems");
    }
}
