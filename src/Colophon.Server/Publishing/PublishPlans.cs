using Colophon.Jobs;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Publishing;

/// <summary>
/// GET /api/libraries/{id}/publish/plan and its counts: what would be done; nothing is. The disk is looked at item by item, which takes
/// a while in a large library: an answer is about some of them and says where to go on.
/// </summary>
internal static class PublishPlans
{
    private const int MostItems = 100;
    private const int MostLooked = 500;

    /// <param name="program">Instead of the one that the library is published for.</param>
    public static async Task<Results<Ok<PublishPlanView>, ApiError>> ListAsync(
        long id,
        string? program,
        long? item_id,
        long? after,
        [PageBounds(MostItems, 25)] Paging paging,
        Caller caller,
        PublishedItems items,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (RefusalOf(program) is { } refusal)
            return refusal;
        var library = await LibraryAsync(database, id, caller, program, cancellationToken);
        var ids = item_id is { } one ? [one] : await AheadAsync(items, library, after, MostLooked, cancellationToken);
        var planned = new List<PublishPlanItem>();
        long? reached = null;
        foreach (var itemId in ids.Take(MostLooked).TakeWhile(_ => planned.Count < paging.Limit))
        {
            if (await PlannedAsync(items, library, itemId, cancellationToken) is { Files.Count: > 0 } found)
                planned.Add(found);
            reached = itemId;
        }
        return TypedResults.Ok(
            new PublishPlanView(library.Options.Publish, planned, reached < ids.LastOrDefault() ? reached : null)
        );
    }

    public static async Task<Results<Ok<PublishPlanCounts>, ApiError>> CountAsync(
        long id,
        string? program,
        long? after,
        [PageBounds(MostLooked, 200)] Paging paging,
        Caller caller,
        PublishedItems items,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (RefusalOf(program) is { } refusal)
            return refusal;
        var library = await LibraryAsync(database, id, caller, program, cancellationToken);
        var ids = await AheadAsync(items, library, after, paging.Limit, cancellationToken);
        var looked = ids.Take(paging.Limit).ToList();
        var (found, byAction) = (0, new int[Enum.GetValues<PublishFileAction>().Length]);
        foreach (var itemId in looked)
        {
            var files = (await PlannedAsync(items, library, itemId, cancellationToken))?.Files ?? [];
            found += Math.Min(files.Count, 1);
            foreach (var file in files)
                byAction[(int)file.Action]++;
        }
        return TypedResults.Ok(
            new PublishPlanCounts(
                library.Options.Publish,
                items.Kinds,
                await items.CountAsync(id, cancellationToken),
                looked.Count,
                ids.Count > looked.Count ? looked[^1] : null,
                found,
                byAction[(int)PublishFileAction.Write],
                byAction[(int)PublishFileAction.Replace],
                byAction[(int)PublishFileAction.Remove],
                byAction[(int)PublishFileAction.Keep],
                byAction[(int)PublishFileAction.Fail]
            )
        );
    }

    /// <summary>One more than are looked at: whether there are others after them.</summary>
    private static async Task<List<long>> AheadAsync(
        PublishedItems items,
        Library library,
        long? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        library.Options.PublishedFor is null
            ? []
            : await items.AfterAsync(library.Id, after ?? 0, limit + 1, cancellationToken);

    private static async Task<PublishPlanItem?> PlannedAsync(
        PublishedItems items,
        Library library,
        long itemId,
        CancellationToken cancellationToken
    ) =>
        await items.LoadAsync(library, itemId, cancellationToken) is { } item
            ? new PublishPlanItem(
                itemId,
                item.Kind,
                item.Title,
                [
                    .. new PublishDifference(item, cancellationToken)
                        .Steps()
                        .Select(step => PublishFileView.Of(step.Change)),
                ]
            )
            : null;

    private static async Task<Library> LibraryAsync(
        IDatabase database,
        long id,
        Caller caller,
        string? program,
        CancellationToken cancellationToken
    )
    {
        var library = await database.ReadAsync(
            connection => PublishEndpoints.LibraryAsync(connection, id, caller),
            cancellationToken
        );
        return program is null ? library : library with { Options = library.Options with { Publish = program } };
    }

    private static ApiError? RefusalOf(string? program) =>
        program is null or PublishPrograms.Off || PublishPrograms.All.Contains(program)
            ? null
            : ApiErrors.Validation(
                "program",
                $"program must be {PublishPrograms.Off}, {string.Join(", ", PublishPrograms.All)}."
            );
}
