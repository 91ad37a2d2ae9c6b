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
        var inside = await ShownItems.InsideAsync(connection, items);
        return [.. items.Select(item => new ShowShown(item, inside(item)))];
    }

    public static async Task<ShowDetail> ShowAsync(DbConnection connection, ShownItem item) =>
        new(
            item,
            (await ShownItems.InsideAsync(connection, [item]))(item),
            await FileParts.VideosAsync(connection, item.Row.Id)
        );

    public static async Task<IReadOnlyList<SeasonShown>> SeasonsAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var inside = await ShownItems.InsideAsync(connection, items);
        var shows = await ShownItems.ParentsAsync(connection, items);
        return [.. items.Select(item => new SeasonShown(item, inside(item), shows(item)))];
    }

    public static async Task<SeasonDetail> SeasonAsync(DbConnection connection, ShownItem item) =>
        new(
            item,
            (await ShownItems.InsideAsync(connection, [item]))(item),
            (await ShownItems.ParentsAsync(connection, [item]))(item),
            await FileParts.VideosAsync(connection, item.Row.Id)
        );

    public static async Task<IReadOnlyList<EpisodeShown>> EpisodesAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var seasons = await ShownItems.ParentsAsync(connection, items);
        return [.. items.Select(item => new EpisodeShown(item, seasons(item)))];
    }

    public static async Task<EpisodeDetail> EpisodeAsync(DbConnection connection, ShownItem item) =>
        new(
            item,
            (await ShownItems.ParentsAsync(connection, [item]))(item),
            await FileParts.VideosAsync(connection, item.Row.Id)
        );
}
