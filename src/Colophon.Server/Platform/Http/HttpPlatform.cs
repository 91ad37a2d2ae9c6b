using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Colophon.Server.Platform.Http;

/// <summary>Registers and orders what every request passes through.</summary>
public static class HttpPlatform
{
    public static IServiceCollection AddHttpPlatform(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICallerSource, Nobody>();
        services.AddSingleton<WebFiles>();
        services.AddApiDescription();
        return services;
    }

    /// <summary>Headers, faults, routing and admission; call it before any endpoint is mapped.</summary>
    public static void UseHttpPlatform(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                SecurityHeaders.Set(context);
                return next(context);
            }
        );
        app.UseForwardedHeaders();
        app.UseMiddleware<Faults>();
        app.UseRouting();
        app.UseMiddleware<Admit>();
        var webFiles = app.Services.GetRequiredService<WebFiles>();
        app.Use((context, next) => context.GetEndpoint() is null ? webFiles.AnswerAsync(context) : next(context));
    }

    // Deny by default: as long as nothing can tell who calls, nobody is signed in.
    private sealed class Nobody : ICallerSource
    {
        public ValueTask<SignIn?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult<SignIn?>(null);

        public ValueTask<Caller> NarrowAsync(Caller caller, string permission, CancellationToken cancellationToken) =>
            ValueTask.FromResult(caller);
    }
}
