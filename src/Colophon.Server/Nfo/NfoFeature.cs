using Colophon.Server.Sidecars;

namespace Colophon.Server.Nfo;

public static class NfoFeature
{
    public static IServiceCollection AddNfo(this IServiceCollection services) =>
        services.AddSingleton<ISidecarSource, NfoFiles>();
}
