using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Items;

/// <summary>Lists of what lies in a container.</summary>
internal static class ChildCalls
{
    /// <summary>Throws 404 for a container that is not there, 403 for one in a library that the caller may not see.</summary>
    /// <param name="kind">Of what lies in it.</param>
    public static Task<TList> ReadAsync<TContainer, TDetail, TList>(
        long id,
        string kind,
        Paging paging,
        Caller caller,
        IDatabase database,
        Func<DbConnection, IReadOnlyList<ShownItem>, long, Task<TList>> show,
        CancellationToken cancellationToken
    )
        where TContainer : IItemKind<TDetail>
        where TDetail : class, IItemDetail =>
        database.ReadAsync(
            async connection =>
            {
                var container =
                    await ShownItems.FindAsync(connection, id, TContainer.Kind)
                    ?? throw ApiErrors.NotFound().AsException();
                if (caller.LibraryRefusal(container.Row.LibraryId) is { } refusal)
                    throw refusal.AsException();
                var page = await ShownItems.ChildrenAsync(connection, id, paging.Limit, paging.Offset);
                return await show(connection, await ShownItems.LoadAsync(connection, page.Ids, kind), page.Total);
            },
            cancellationToken
        );
}
