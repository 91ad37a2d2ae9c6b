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
        CancellationToken cancellationToken
    )
    {
        var results = await database.ReadAsync(
            async connection =>
            {
                var libraries = await ListedLibraries.FindAsync(connection, caller, libraryId);
                if (SearchQuery.Of(q, caller, libraries) is not { } query)
                    return new SearchResults([], 0, [], []);
                var (ids, total) = await FindItems.FindAsync(connection, query, paging);
                return new SearchResults(
                    await FindItems.LoadAsync(connection, ids),
                    total,
                    await NamesAsync(NameKind.People, Permissions.PeopleRead),
                    await NamesAsync(NameKind.Series, Permissions.BooksRead)
                );

                async Task<IReadOnlyList<NameShown>> NamesAsync(NameKind kind, string permission) =>
                    caller.May(permission)
                        ? await NameLists.BestAsync(connection, new NameQuery(kind) { Words = q }, libraries, MostNames)
                        : [];
            },
            cancellationToken
        );
        return TypedResults.Ok(results);
    }
}
