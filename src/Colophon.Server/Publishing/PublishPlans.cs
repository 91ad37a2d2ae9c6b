using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Publishing;

/// <summary>GET /api/libraries/{id}/publish/plan: what would be done, item by item; nothing is.</summary>
internal static class PublishPlans
{
    public static async Task<Ok<PublishPlanView>> ListAsync(
        long id,
        long? item_id,
        Caller caller,
        Paging paging,
        PublishedItems items,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (library, page, total) = await database.ReadAsync(
            async connection =>
            {
                var library = await PublishEndpoints.LibraryAsync(connection, id, caller);
                var (page, total) = library.Options.PublishedFor is null
                    ? ([], 0)
                    : Page(connection, items, id, item_id, paging);
                return (library, page, total);
            },
            cancellationToken
        );
        var planned = new List<PublishPlanItem>();
        foreach (var item in page)
            planned.Add(item with { Files = await FilesAsync(items, library, item.ItemId, cancellationToken) });
        return TypedResults.Ok(
            new PublishPlanView(library.Options.PublishedFor ?? PublishPrograms.Off, planned, total)
        );
    }

    private static async Task<IReadOnlyList<PublishFileView>> FilesAsync(
        PublishedItems items,
        Library library,
        long itemId,
        CancellationToken cancellationToken
    ) =>
        await items.LoadAsync(library, itemId, cancellationToken) is { } item
            ?
            [
                .. new PublishDifference(item, cancellationToken)
                    .Steps()
                    .Select(step => PublishFileView.Of(step.Change)),
            ]
            : [];

    private static (List<PublishPlanItem> Page, long Total) Page(
        DbConnection connection,
        PublishedItems items,
        long libraryId,
        long? itemId,
        Paging paging
    )
    {
        var from = $"""
            from items where library_id = @library and missing_since is null and excluded = 0 and kind in ({items.KindsSql})
                and id = coalesce(@item, id)
            """;
        var page = connection.Rows(
            $"select id, kind, title {from} order by id limit @limit offset @offset",
            row => new PublishPlanItem(row.GetInt64(0), row.GetString(1), row.GetString(2), []),
            libraryId,
            itemId,
            paging.Limit,
            paging.Offset
        );
        return (page, connection.Rows($"select count(*) {from}", row => row.GetInt64(0), libraryId, itemId)[0]);
    }
}
