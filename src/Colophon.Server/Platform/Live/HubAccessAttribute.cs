using System.Reflection;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.SignalR;

namespace Colophon.Server.Platform.Live;

/// <summary>What a hub method asks of its caller; a method without it is refused.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HubAccessAttribute(string permission, LibraryCheck libraries) : Attribute
{
    public string Permission => permission;

    public LibraryCheck Libraries => libraries;
}

/// <summary>Holds every call of a hub method to its <see cref="HubAccessAttribute"/>.</summary>
internal sealed class HubAccessFilter(LiveConnections connections) : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        var access = invocationContext.HubMethod.GetCustomAttribute<HubAccessAttribute>();
        var caller = connections.Find(invocationContext.Context.ConnectionId)?.Caller;
        if (access is null || caller?.May(access.Permission) != true)
            throw new HubException(ApiErrors.Forbidden().Detail);
        return next(invocationContext);
    }
}
