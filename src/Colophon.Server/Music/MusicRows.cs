using System.Data.Common;
using Colophon.Server.Catalog.Shown;

namespace Colophon.Server.Music;

/// <summary>Reads artists, albums and tracks for the pages, one query a table.</summary>
internal static class MusicRows
{
    public static async Task<IReadOnlyList<ArtistShown>> ArtistsAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var inside = await ShownItems.InsideAsync(connection, items);
        return [.. items.Select(item => new ArtistShown(item, inside(item)))];
    }

    public static async Task<ArtistDetail> ArtistAsync(DbConnection connection, ShownItem item) =>
        new(item, (await ShownItems.InsideAsync(connection, [item]))(item));

    public static async Task<IReadOnlyList<AlbumShown>> AlbumsAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var inside = await ShownItems.InsideAsync(connection, items);
        var artists = await ShownItems.ParentsAsync(connection, items);
        return [.. items.Select(item => new AlbumShown(item, inside(item), artists(item)))];
    }

    public static async Task<AlbumDetail> AlbumAsync(DbConnection connection, ShownItem item) =>
        new(
            item,
            (await ShownItems.InsideAsync(connection, [item]))(item),
            (await ShownItems.ParentsAsync(connection, [item]))(item)
        );

    public static async Task<IReadOnlyList<TrackShown>> TracksAsync(
        DbConnection connection,
        IReadOnlyList<ShownItem> items
    )
    {
        var albums = await ShownItems.ParentsAsync(connection, items);
        return [.. items.Select(item => new TrackShown(item, albums(item)))];
    }

    public static async Task<TrackDetail> TrackAsync(DbConnection connection, ShownItem item) =>
        new(
            item,
            (await ShownItems.ParentsAsync(connection, [item]))(item),
            await TrackFileShown.OfItemAsync(connection, item.Row.Id)
        );
}
