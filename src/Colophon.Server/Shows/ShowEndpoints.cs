using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Items;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Shows;

public static class ShowEndpoints
{
    public static void MapShows(this IEndpointRouteBuilder routes)
    {
        var shows = routes.MapGroup("/api/shows").WithTags("shows");
        shows.MapGet("/", ListShowsAsync).Lists("listShows");
        shows.MapGet("/{id:long}/seasons", ListSeasonsAsync).Reads("listSeasons");
        shows.MapGet("/{id:long}", ItemCalls.GetAsync<ShowKind, ShowDetail>).Reads("getShow");
        shows
            .MapPatch("/{id:long}", ItemCalls.EditAsync<ShowKind, ShowDetail, ShowEdit>)
            .Writes("editShow", Permissions.ShowsWrite);
        shows
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<ShowKind, ShowDetail>)
            .Writes("deleteShow", Permissions.ShowsWrite);
        shows
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<ShowKind, ShowDetail>)
            .Resyncs("resyncShow", Permissions.ShowsWrite, typeof(ResyncedShow), typeof(ItemGone));
        MapSeasons(routes.MapGroup("/api/seasons").WithTags("shows"));
        MapEpisodes(routes.MapGroup("/api/episodes").WithTags("shows"));
    }

    private static void MapSeasons(RouteGroupBuilder seasons)
    {
        seasons.MapGet("/{id:long}/episodes", ListEpisodesOfAsync).Reads("listEpisodesOfSeason");
        seasons.MapGet("/{id:long}", ItemCalls.GetAsync<SeasonKind, SeasonDetail>).Reads("getSeason");
        seasons
            .MapPatch("/{id:long}", ItemCalls.EditAsync<SeasonKind, SeasonDetail, SeasonEdit>)
            .Writes("editSeason", Permissions.ShowsWrite);
        seasons
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<SeasonKind, SeasonDetail>)
            .Writes("deleteSeason", Permissions.ShowsWrite);
        seasons
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<SeasonKind, SeasonDetail>)
            .Resyncs("resyncSeason", Permissions.ShowsWrite, typeof(ResyncedSeason), typeof(ItemGone));
    }

    private static void MapEpisodes(RouteGroupBuilder episodes)
    {
        episodes.MapGet("/", ListEpisodesAsync).Lists("listEpisodes");
        episodes.MapGet("/{id:long}", ItemCalls.GetAsync<EpisodeKind, EpisodeDetail>).Reads("getEpisode");
        episodes
            .MapPatch("/{id:long}", ItemCalls.EditAsync<EpisodeKind, EpisodeDetail, EpisodeEdit>)
            .Writes("editEpisode", Permissions.ShowsWrite);
        episodes
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<EpisodeKind, EpisodeDetail>)
            .Writes("deleteEpisode", Permissions.ShowsWrite);
        episodes
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<EpisodeKind, EpisodeDetail>)
            .Resyncs("resyncEpisode", Permissions.ShowsWrite, typeof(ResyncedEpisode), typeof(ItemGone));
    }

    private static Task<Ok<ShowList>> ListShowsAsync(
        [AsParameters] ListFilters filters,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadAsync(
            ItemKinds.Show,
            filters,
            paging,
            caller,
            async (connection, shows, page) =>
                new ShowList(await ShowRows.ShowsAsync(connection, shows), page.Total, page.Next),
            cancellationToken
        );

    private static Task<Ok<EpisodeList>> ListEpisodesAsync(
        [AsParameters] ListFilters filters,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadAsync(
            ItemKinds.Episode,
            filters,
            paging,
            caller,
            async (connection, episodes, page) =>
                new EpisodeList(await ShowRows.EpisodesAsync(connection, episodes), page.Total, page.Next),
            cancellationToken
        );

    private static Task<Ok<SeasonList>> ListSeasonsAsync(
        long id,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadInsideAsync(
            id,
            ItemKinds.Show,
            ItemKinds.Season,
            paging,
            caller,
            async (connection, seasons, total) =>
                new SeasonList(await ShowRows.SeasonsAsync(connection, seasons), total),
            cancellationToken
        );

    private static Task<Ok<EpisodeList>> ListEpisodesOfAsync(
        long id,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadInsideAsync(
            id,
            ItemKinds.Season,
            ItemKinds.Episode,
            paging,
            caller,
            async (connection, episodes, total) =>
                new EpisodeList(await ShowRows.EpisodesAsync(connection, episodes), total, Next: null),
            cancellationToken
        );

    private static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithName(name).Requires(Permissions.ShowsRead, LibraryCheck.Refuses);

    private static RouteHandlerBuilder Lists(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithName(name).Requires(Permissions.ShowsRead, LibraryCheck.Filters);
}
