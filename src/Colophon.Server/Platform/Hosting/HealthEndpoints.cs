using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Protection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Platform.Hosting;

/// <summary>Probes for whoever watches the process, and its figures.</summary>
public static class HealthEndpoints
{
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddSingleton<Metrics>();
        services.AddHostedService<IdleMemory>();
        services.AddSingleton<Files.AllowedFolders>();
        services.AddSingleton<MasterKey>();
        services.AddSingleton<ProtectedText>();
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Made now and not at the first question, so that it counts from the start.
        _ = routes.ServiceProvider.GetRequiredService<Metrics>();
        routes
            .MapGet("/health/live", () => TypedResults.Ok(new Health("ok")))
            .Anonymous()
            .WithName("getLive")
            .WithTags("System");
        routes
            .MapGet("/health/ready", Ready)
            .Anonymous()
            .Refuses(StatusCodes.Status503ServiceUnavailable)
            .WithName("getReady")
            .WithTags("System");
        routes
            .MapGet("/metrics", (Metrics metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4"))
            .Anonymous()
            .ExcludeFromDescription();
    }

    private static Results<Ok<Health>, ApiError> Ready(IDatabase database) =>
        database.Trouble is { } trouble
            ? ApiErrors.Unavailable(trouble.Code, trouble.Message)
            : TypedResults.Ok(new Health("ok"));
}

public sealed record Health(string Status);
