using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Items;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Music;

public static class MusicEndpoints
{
    public static void MapMusic(this IEndpointRouteBuilder routes)
    {
        MapArtists(routes.MapGroup("/api/artists").WithTags("music"));
        MapAlbums(routes.MapGroup("/api/albums").WithTags("music"));
        MapTracks(routes.MapGroup("/api/tracks").WithTags("music"));
    }

    private static void MapArtists(RouteGroupBuilder artists)
    {
        artists.MapGet("/", ListArtistsAsync).Lists("listArtists");
        artists.MapGet("/{id:long}/albums", ListAlbumsOfAsync).Reads("listAlbumsOfArtist");
        artists.MapGet("/{id:long}", ItemCalls.GetAsync<ArtistKind, ArtistDetail>).Reads("getArtist");
        artists
            .MapPatch("/{id:long}", ItemCalls.EditAsync<ArtistKind, ArtistDetail, ArtistEdit>)
            .Writes("editArtist", Permissions.MusicWrite);
        artists
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<ArtistKind, ArtistDetail>)
            .Writes("deleteArtist", Permissions.MusicWrite);
        artists
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<ArtistKind, ArtistDetail>)
            .Resyncs("resyncArtist", Permissions.MusicWrite, typeof(ResyncedArtist), typeof(ItemGone));
    }

    private static void MapAlbums(RouteGroupBuilder albums)
    {
        albums.MapGet("/", ListAlbumsAsync).Lists("listAlbums");
        albums.MapGet("/{id:long}/tracks", ListTracksOfAsync).Reads("listTracksOfAlbum");
        albums.MapGet("/{id:long}", ItemCalls.GetAsync<AlbumKind, AlbumDetail>).Reads("getAlbum");
        albums
            .MapPatch("/{id:long}", ItemCalls.EditAsync<AlbumKind, AlbumDetail, AlbumEdit>)
            .Writes("editAlbum", Permissions.MusicWrite);
        albums
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<AlbumKind, AlbumDetail>)
            .Writes("deleteAlbum", Permissions.MusicWrite);
        albums
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<AlbumKind, AlbumDetail>)
            .Resyncs("resyncAlbum", Permissions.MusicWrite, typeof(ResyncedAlbum), typeof(ItemGone));
    }

    private static void MapTracks(RouteGroupBuilder tracks)
    {
        tracks.MapGet("/", ListTracksAsync).Lists("listTracks");
        tracks.MapGet("/{id:long}", ItemCalls.GetAsync<TrackKind, TrackDetail>).Reads("getTrack");
        tracks
            .MapPatch("/{id:long}", ItemCalls.EditAsync<TrackKind, TrackDetail, TrackEdit>)
            .Writes("editTrack", Permissions.MusicWrite);
        tracks
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<TrackKind, TrackDetail>)
            .Writes("deleteTrack", Permissions.MusicWrite);
        tracks
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<TrackKind, TrackDetail>)
            .Resyncs("resyncTrack", Permissions.MusicWrite, typeof(ResyncedTrack), typeof(ItemGone));
    }

    private static Task<Ok<ArtistList>> ListArtistsAsync(
        [AsParameters] ListFilters filters,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadAsync(
            ItemKinds.Artist,
            filters,
            paging,
            caller,
            async (connection, artists, page) =>
                new ArtistList(await MusicRows.ArtistsAsync(connection, artists), page.Total, page.Next),
            cancellationToken
        );

    private static Task<Ok<AlbumList>> ListAlbumsAsync(
        [AsParameters] ListFilters filters,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadAsync(
            ItemKinds.Album,
            filters,
            paging,
            caller,
            async (connection, albums, page) =>
                new AlbumList(await MusicRows.AlbumsAsync(connection, albums), page.Total, page.Next),
            cancellationToken
        );

    private static Task<Ok<TrackList>> ListTracksAsync(
        [AsParameters] ListFilters filters,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadAsync(
            ItemKinds.Track,
            filters,
            paging,
            caller,
            async (connection, tracks, page) =>
                new TrackList(await MusicRows.TracksAsync(connection, tracks), page.Total, page.Next),
            cancellationToken
        );

    private static Task<Ok<AlbumList>> ListAlbumsOfAsync(
        long id,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadInsideAsync(
            id,
            ItemKinds.Artist,
            ItemKinds.Album,
            paging,
            caller,
            async (connection, albums, total) =>
                new AlbumList(await MusicRows.AlbumsAsync(connection, albums), total, Next: null),
            cancellationToken
        );

    private static Task<Ok<TrackList>> ListTracksOfAsync(
        long id,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadInsideAsync(
            id,
            ItemKinds.Album,
            ItemKinds.Track,
            paging,
            caller,
            async (connection, tracks, total) =>
                new TrackList(await MusicRows.TracksAsync(connection, tracks), total, Next: null),
            cancellationToken
        );

    private static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithName(name).Requires(Permissions.MusicRead, LibraryCheck.Refuses);

    private static RouteHandlerBuilder Lists(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithName(name).Requires(Permissions.MusicRead, LibraryCheck.Filters);
}
