using Colophon.Server.Publishing.Plan;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

public static class MusicFeature
{
    public static IServiceCollection AddMusic(this IServiceCollection services) =>
        services
            .AddSingleton<IUnitReader, MusicUnitReader>()
            .AddSingleton<IPathExplainer, MusicPathExplainer>()
            .AddSingleton<IPublishPlace, AlbumPublishPlace>()
            .AddSingleton<IPublishPlace, ArtistPublishPlace>();
}
