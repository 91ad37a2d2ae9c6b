using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Items;

/// <summary>Lists of items of one kind: of libraries, and of what lies in a container.</summary>
internal static class ListCalls
{
    /// <param name="show">Makes the page out of its items, with the total and the cursor behind it.</param>
    public static Task<TList> ReadAsync<TList>(
        this ListRequest request,
        string kind,
        Func<DbConnection, IReadOnlyList<ShownItem>, ItemPage, Task<TList>> show,
        CancellationToken cancellationToken
    ) =>
        request.Database.ReadAsync(
            async connection =>
            {
                var libraries = await ListedLibraries.FindAsync(connection, request.Caller, request.Filters.LibraryId);
                var query = request.Filters.ToQuery(kind, libraries.Ids);
                var page = await request.Lists.ReadAsync(
                    connection,
                    query,
                    libraries,
                    request.Paging,
                    request.Filters.After
                );
                return await show(connection, await ShownItems.LoadAsync(connection, page.Ids, kind), page);
            },
            cancellationToken
        );
}

/// <summary>A list that is asked for.</summary>
internal sealed record ListRequest(
    ListFilters Filters,
    Paging Paging,
    Caller Caller,
    IDatabase Database,
    ItemLists Lists
);
