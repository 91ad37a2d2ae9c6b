using System.Data.Common;
using Colophon.Server.Catalog.Shown;

namespace Colophon.Server.Shows;

/// <summary>Reads shows, seasons and episodes for the pages, one query a table.</summary>
internal static class ShowRows
{
    public static async Task<IReadOnlyList<ShowShown>> ShowsAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var inside = await InsideAsync(connection, items);
        return [.. items.Select(item => new ShowShown(item, inside(item)))];
    }

    public static async Task<ShowDetail> ShowAsync(DbConnection connection, ShownItem item) =>
        new(
            item,
            (await InsideAsync(connection, [item]))(item),
            await VideoFileShown.OfItemAsync(connection, item.Row.Id)
        );

    public static async Task<IReadOnlyList<SeasonShown>> SeasonsAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var inside = await InsideAsync(connection, items);
        var shows = await ShownItems.ParentsAsync(connection, items.Select(item => item.Row.ParentId));
        return [.. items.Select(item => new SeasonShown(item, inside(item), Parent(shows, item.Row.ParentId)))];
    }

    public static async Task<SeasonDetail> SeasonAsync(DbConnection connection, ShownItem item)
    {
        var shows = await ShownItems.ParentsAsync(connection, [item.Row.ParentId]);
        return new SeasonDetail(
            item,
            (await InsideAsync(connection, [item]))(item),
            Parent(shows, item.Row.ParentId),
            await VideoFileShown.OfItemAsync(connection, item.Row.Id)
        );
    }

    public static async Task<IReadOnlyList<EpisodeShown>> EpisodesAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var seasons = await ShownItems.ParentsAsync(connection, items.Select(item => item.Row.ParentId));
        var shows = await ShownItems.ParentsAsync(connection, seasons.Values.Select(season => season.ParentId));
        return
        [
            .. items.Select(item =>
            {
                var season = Parent(seasons, item.Row.ParentId);
                return new EpisodeShown(item, season, Parent(shows, season?.ParentId));
            }),
        ];
    }

    public static async Task<EpisodeDetail> EpisodeAsync(DbConnection connection, ShownItem item)
    {
        var season = Parent(await ShownItems.ParentsAsync(connection, [item.Row.ParentId]), item.Row.ParentId);
        var show = Parent(await ShownItems.ParentsAsync(connection, [season?.ParentId]), season?.ParentId);
        return new EpisodeDetail(item, season, show, await VideoFileShown.OfItemAsync(connection, item.Row.Id));
    }

    private static ParentShown? Parent(IReadOnlyDictionary<long, ParentShown> parents, long? id) =>
        id is { } parent ? parents.GetValueOrDefault(parent) : null;

    private static async Task<Func<ShownItem, ItemsInside>> InsideAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var counts = await ShownItems.CountAsync(connection, [.. items.Select(item => item.Row.Id)]);
        return item => counts.GetValueOrDefault(item.Row.Id, ItemsInside.None);
    }
}
