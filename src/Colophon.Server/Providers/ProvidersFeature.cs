using Colophon.Jobs;
using Colophon.Server.Platform.Protection;
using Colophon.Server.Providers.Http;

namespace Colophon.Server.Providers;

public static class ProvidersFeature
{
    public static IServiceCollection AddProviders(this IServiceCollection services) =>
        services
            .AddSingleton<ProviderList>()
            .AddSingleton<ProviderWire>()
            .AddSingleton<ResponseStore>()
            .AddSingleton<ProviderBreaker>()
            .AddSingleton<PictureHosts>()
            .AddSingleton<ProviderClient>()
            .AddSingleton(provider => new ProviderSessions(
                provider.GetRequiredService<ProviderClient>(),
                provider.GetRequiredService<IDatabase>(),
                provider.GetRequiredService<ProtectedText>(),
                provider.GetRequiredService<TimeProvider>()
            ));
}
