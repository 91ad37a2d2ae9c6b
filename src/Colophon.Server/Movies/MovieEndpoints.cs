using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Items;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Movies;

public static class MovieEndpoints
{
    public static IEndpointRouteBuilder MapMovies(this IEndpointRouteBuilder routes)
    {
        var movies = routes.MapGroup("/api/movies").WithTags("movies");
        movies.MapGet("/", ListAsync).WithName("listMovies").Requires(Permissions.MoviesRead, LibraryCheck.Filters);
        movies
            .MapGet("/{id:long}", ItemCalls.GetAsync<MovieKind, MovieDetail>)
            .WithName("getMovie")
            .Requires(Permissions.MoviesRead, LibraryCheck.Refuses);
        movies
            .MapPatch("/{id:long}", ItemCalls.EditAsync<MovieKind, MovieDetail, MovieEdit>)
            .Writes("editMovie", Permissions.MoviesWrite);
        movies
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<MovieKind, MovieDetail>)
            .Writes("deleteMovie", Permissions.MoviesWrite);
        movies
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<MovieKind, MovieDetail>)
            .Resyncs("resyncMovie", Permissions.MoviesWrite, typeof(ResyncedMovie), typeof(ItemGone));
        return routes;
    }

    private static Task<Ok<MovieList>> ListAsync(
        [AsParameters] ListFilters filters,
        Paging paging,
        Caller caller,
        KindLists lists,
        CancellationToken cancellationToken
    ) =>
        lists.ReadAsync(
            ItemKinds.Movie,
            filters,
            paging,
            caller,
            (_, movies, page) =>
                Task.FromResult(
                    new MovieList([.. movies.Select(movie => new MovieShown(movie))], page.Total, page.Next)
                ),
            cancellationToken
        );
}
