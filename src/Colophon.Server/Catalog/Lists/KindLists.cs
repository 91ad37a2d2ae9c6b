using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Lists;

/// <summary>Lists of items of one kind: of libraries, and of what lies in a container.</summary>
public sealed class KindLists(IDatabase database, ItemLists lists)
{
    /// <param name="show">Makes the answer out of the page's items, with the total and the cursor behind it.</param>
    internal async Task<Ok<TList>> ReadAsync<TList>(
        string kind,
        ListFilters filters,
        Paging paging,
        Caller caller,
        Func<DbConnection, IReadOnlyList<ShownItem>, ItemPage, Task<TList>> show,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.ReadAsync(
                async connection =>
                {
                    var libraries = await ListedLibraries.FindAsync(connection, caller, filters.LibraryId);
                    var query = filters.ToQuery(kind, libraries.Ids);
                    var page = await lists.ReadAsync(connection, query, libraries, paging, filters.After);
                    return await show(connection, await ShownItems.LoadAsync(connection, page.Ids, kind), page);
                },
                cancellationToken
            )
        );

    /// <summary>Throws 404 for a container that is not there, 403 for one in a library that the caller may not see.</summary>
    /// <param name="container">The kind of the container.</param>
    /// <param name="kind">Of what lies in it.</param>
    /// <param name="show">Makes the answer out of the page's items and the total.</param>
    internal async Task<Ok<TList>> ReadInsideAsync<TList>(
        long id,
        string container,
        string kind,
        Paging paging,
        Caller caller,
        Func<DbConnection, IReadOnlyList<ShownItem>, long, Task<TList>> show,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.ReadAsync(
                async connection =>
                {
                    var around =
                        await ShownItems.FindAsync(connection, id, container)
                        ?? throw ApiErrors.NotFound().AsException();
                    if (caller.LibraryRefusal(around.Row.LibraryId) is { } refusal)
                        throw refusal.AsException();
                    var page = await ShownItems.ChildrenAsync(connection, id, paging.Limit, paging.Offset);
                    return await show(connection, await ShownItems.LoadAsync(connection, page.Ids, kind), page.Total);
                },
                cancellationToken
            )
        );
}
