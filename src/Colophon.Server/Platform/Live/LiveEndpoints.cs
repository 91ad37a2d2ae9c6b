using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.SignalR;

namespace Colophon.Server.Platform.Live;

public static class LiveEndpoints
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub => hub.AddFilter<HubAccessFilter>());
        services.AddSingleton<HubAccessFilter>();
        services.AddSingleton<EventRing>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<IAccessListener>(provider => provider.GetRequiredService<LiveConnections>());
        services.AddSingleton<NodeEvents>();
        services.AddSingleton<IAccessListener>(provider => provider.GetRequiredService<NodeEvents>());
        services.AddSingleton<LiveEvents>();
        services.AddHostedService<NodeEventsPump>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveEvents>());
        return services;
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var hub = routes.MapHub<LiveHub>(LiveHub.Address);
        hub.WithMetadata(new EndpointAccess(null, LibraryCheck.Filters, Admission.SignedIn));
        hub.Add(RefuseForeignOrigin);
        routes
            .MapGet("/api/events", Missed)
            .WithMetadata(new EndpointAccess(null, LibraryCheck.Filters, Admission.SignedIn));
    }

    private static Ok<MissedEvents> Missed(long? after, string? epoch, Caller caller, EventRing ring) =>
        TypedResults.Ok(ring.After(after, epoch, caller));

    // A page of another site can open a web socket with the user's cookie: browsers do not guard it, but they name the page.
    private static void RefuseForeignOrigin(EndpointBuilder endpoint)
    {
        var listen = endpoint.RequestDelegate;
        if (listen is not null)
            endpoint.RequestDelegate = context =>
                IsOwnOrigin(context.Request) ? listen(context) : ForeignOrigin.ExecuteAsync(context);
    }

    private static readonly ApiError ForeignOrigin = ApiErrors.Csrf() with
    {
        Detail = "Live events are for Colophon's own pages.",
    };

    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && string.Equals(page.Authority, WithoutDefaultPort(request), StringComparison.OrdinalIgnoreCase)
            );
    }

    private static string WithoutDefaultPort(HttpRequest request) =>
        request.Host.Port is 80 or 443 ? request.Host.Host : request.Host.Value ?? "";
}
