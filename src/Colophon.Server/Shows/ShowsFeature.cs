using Colophon.Server.Nfo;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Scanning;

namespace Colophon.Server.Shows;

public static class ShowsFeature
{
    public static IServiceCollection AddShows(this IServiceCollection services) =>
        services
            .AddSingleton<IUnitReader, ShowUnitReader>()
            .AddSingleton<IPathExplainer, ShowPathExplainer>()
            .AddSingleton<INfoPlace, ShowNfoPlace>()
            .AddSingleton<INfoPlace, SeasonNfoPlace>()
            .AddSingleton<INfoPlace, EpisodeNfoPlace>()
            .AddSingleton<IPublishPlace, ShowPublishPlace>()
            .AddSingleton<IPublishPlace, SeasonPublishPlace>()
            .AddSingleton<IPublishPlace, EpisodePublishPlace>();
}
