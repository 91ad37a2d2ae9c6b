using Colophon.Server.Platform.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Colophon.Server.Access;

/// <summary>Users, roles, sessions, keys.</summary>
public static class AccessEndpoints
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton<SignInCache>();
        services.AddSingleton<IAccessMemory>(provider => provider.GetRequiredService<SignInCache>());
        services.AddSingleton<Sessions>();
        services.AddSingleton<SetupCode>();
        services.AddHostedService(provider => provider.GetRequiredService<SetupCode>());
        services.Replace(ServiceDescriptor.Singleton<ICallerSource, CallerSource>());
        return services;
    }

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        SetupEndpoints.Map(routes);
        AuthEndpoints.Map(routes);
        UserEndpoints.Map(routes);
        RoleEndpoints.Map(routes);
        ApiKeyEndpoints.Map(routes);
    }
}
