using System.Data.Common;
using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Export;

/// <summary>The export job and its download.</summary>
public static class ExportEndpoints
{
    public static IServiceCollection AddExport(this IServiceCollection services)
    {
        services.AddSingleton<ExportFolder>();
        services.AddJobHandler<ExportCatalog, ExportData>(JobTypes.Export);
        return services;
    }

    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/jobs/{id}/download", DownloadAsync)
            .Requires(Permissions.JobsRead, LibraryCheck.Refuses)
            .Refuses(StatusCodes.Status409Conflict)
            .WithTags("Jobs")
            .WithName("downloadExport");

    private static async Task<Results<PhysicalFileHttpResult, ApiError>> DownloadAsync(
        long id,
        Caller caller,
        ExportFolder folder,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var job = await database.ReadAsync(connection => Task.FromResult(Find(connection, id)), cancellationToken);
        if (job is null)
            return ApiErrors.NotFound();
        if (job.LibraryId is { } library ? !caller.Sees(library) : !caller.SeesAll)
            return ApiErrors.LibraryForbidden();
        if (job.Status != (long)JobStatus.Completed)
            return ApiErrors.WrongState("The export is not complete.");
        var data = JsonSerializer.Deserialize<ExportData>(job.Payload, JobJson.Options);
        if (ExportForms.Find(data?.Format) is not { } form)
            return ApiErrors.NotFound();
        var path = folder.PathOf(id, form.Extension);
        if (FileProbe.Look(path).State != PathState.Present)
            return ApiErrors.NotFound("The export is no longer kept; start it again.");
        return TypedResults.PhysicalFile(path, form.MediaType, ExportFolder.NameOf(id, form.Extension));
    }

    private static ExportJob? Find(DbConnection connection, long id) =>
        connection.QuerySingleOrDefault<ExportJob>(
            "select status, library_id, payload from jobs where id = @id and type = @type",
            new { id, type = JobTypes.Export.Name }
        );

    private sealed record ExportJob(long Status, long? LibraryId, string Payload);
}
