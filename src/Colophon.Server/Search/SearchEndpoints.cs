using Colophon.Jobs;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Catalog.Names;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Search;

public static class SearchEndpoints
{
    private const int MostNames = 10;

    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/search", SearchAsync)
            .WithTags("search")
            .WithName("search")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Filters);
        return routes;
    }

    private static async Task<Ok<SearchResults>> SearchAsync(
        string q,
        [FromQuery(Name = "library_id")] long? libraryId,
        Paging paging,
        Caller caller,
        IDatabase database,
        ListTotals totals,
        CancellationToken cancellationToken
    )
    {
        var libraries = await database.ReadAsync(
            connection => ListedLibraries.FindAsync(connection, caller, libraryId),
            cancellationToken
        );
        if (SearchQuery.Of(q, caller, libraries) is not { } query)
            return TypedResults.Ok(new SearchResults([], 0, [], []));
        // Beside each other, each on a connection of its own: whoever types waits for the slowest and not for the sum.
        var people = Task.Run(() => NamesAsync(NameKind.People, Permissions.PeopleRead), cancellationToken);
        var series = Task.Run(() => NamesAsync(NameKind.Series, Permissions.BooksRead), cancellationToken);
        var (items, total) = await database.ReadAsync(
            async connection =>
            {
                var (ids, found) = await FindItems.FindAsync(connection, query, libraries, totals, paging);
                return (await FindItems.LoadAsync(connection, ids), found);
            },
            cancellationToken
        );
        return TypedResults.Ok(new SearchResults(items, total, await people, await series));

        Task<IReadOnlyList<NameShown>> NamesAsync(NameKind kind, string permission) =>
            caller.May(permission)
                ? database.ReadAsync(
                    connection =>
                        NameLists.BestAsync(connection, new NameQuery(kind) { Words = q }, libraries, MostNames),
                    cancellationToken
                )
                : Task.FromResult<IReadOnlyList<NameShown>>([]);
    }
}
