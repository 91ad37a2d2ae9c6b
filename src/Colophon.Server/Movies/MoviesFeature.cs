using Colophon.Server.Nfo;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Scanning;

namespace Colophon.Server.Movies;

public static class MoviesFeature
{
    public static IServiceCollection AddMovies(this IServiceCollection services) =>
        services
            .AddSingleton<IUnitReader, MovieUnitReader>()
            .AddSingleton<IPathExplainer, MoviePathExplainer>()
            .AddSingleton<INfoPlace, MovieNfoPlace>()
            .AddSingleton<IPublishPlace, MoviePublishPlace>();
}
