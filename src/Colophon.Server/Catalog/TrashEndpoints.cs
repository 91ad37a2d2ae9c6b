using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog;

public sealed record TrashList(IReadOnlyList<TrashedItem> Items, long Total);

/// <summary>An item that waits in the trash.</summary>
/// <param name="Path">Of its first file.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="DeletedBy">The person who deleted it.</param>
public sealed record TrashedItem(
    long Id,
    string Kind,
    long LibraryId,
    string Title,
    string? Path,
    TrashReason Reason,
    string? DeletedBy,
    DateTimeOffset MissingSince
);

/// <summary>Body of POST /api/trash/empty; without members everything the caller may see.</summary>
public sealed record EmptyTrashRequest(long? LibraryId = null, IReadOnlyList<long>? ItemIds = null);

/// <param name="Removed">How many items went for good.</param>
public sealed record TrashEmptied(int Removed);

/// <summary>The trash: what waits in it, to restore and to empty.</summary>
internal static class TrashEndpoints
{
    private const int ItemsACommit = 200;

    public static void MapTrash(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/trash", ListAsync)
            .WithTags("items")
            .WithName("listTrash")
            .Requires(Permissions.ItemsRead, LibraryCheck.Filters);
        routes.MapPost("/api/trash/empty", EmptyAsync).WithTags("items").Writes("emptyTrash");
        routes.MapPost("/api/items/{id:long}/restore", RestoreAsync).WithTags("items").Writes("restoreItem");
    }

    private static async Task<Ok<TrashList>> ListAsync(
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "library_id")] long? libraryId,
        Paging paging,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var where = $"""
            {TrashQueries.Listed} and l.deleted_at is null and (@library is null or i.library_id = @library)
            and {caller.LibrarySql("i.library_id")}
            """;
        var list = await database.ReadAsync(
            async connection => new TrashList(
                [.. (await RowsAsync(connection, where, libraryId, paging)).Select(row => row.ToShown())],
                await connection.ExecuteScalarAsync<long>(
                    $"select count(*) from items i join libraries l on l.id = i.library_id where {where}",
                    new { library = libraryId }
                )
            ),
            cancellationToken
        );
        return TypedResults.Ok(list);
    }

    private static Task<IEnumerable<Row>> RowsAsync(
        DbConnection connection,
        string where,
        long? libraryId,
        Paging paging
    ) =>
        connection.QueryAsync<Row>(
            $"""
            select i.id, i.kind, i.library_id as LibraryId, i.title, i.excluded, i.missing_since as MissingSince, i.deleted_by as DeletedBy,
                u.username as UserName,
                (select r.path || '/' || f.relative_path from item_files p join files f on f.id = p.file_id
                 join library_roots r on r.id = f.root_id where p.item_id = i.id order by p.position, f.id limit 1) as Path
            from items i join libraries l on l.id = i.library_id left join users u on u.id = i.deleted_by
            where {where} order by i.missing_since desc, i.id desc limit @limit offset @offset
            """,
            new
            {
                library = libraryId,
                limit = paging.Limit,
                offset = paging.Offset,
            }
        );

    private static async Task<Ok<TrashEmptied>> EmptyAsync(
        EmptyTrashRequest? request,
        Caller caller,
        IDatabase database,
        TrashPurgedApplier applier,
        CancellationToken cancellationToken
    )
    {
        if (request?.LibraryId is { } library && caller.LibraryRefusal(library) is { } refusal)
            throw refusal.AsException();
        var wanted = (
            await database.ReadAsync(
                connection =>
                    connection.QueryAsync<(long Id, long? ParentId)>(
                        $"""
                        select i.id, i.parent_id from items i join libraries l on l.id = i.library_id
                        where i.missing_since is not null and i.excluded = 0 and l.deleted_at is null
                            and (@library is null or i.library_id = @library) and {caller.LibrarySql(
                            "i.library_id"
                        )} order by {ItemTree.InnermostFirst}, i.id
                        """,
                        new { library = request?.LibraryId }
                    ),
                cancellationToken
            )
        ).AsList();
        var parents = wanted.ToDictionary(item => item.Id, item => item.ParentId);
        var named = request?.ItemIds?.ToHashSet();
        var removed = 0;
        foreach (var chunk in parents.Keys.Where(IsNamed).Chunk(ItemsACommit))
            removed += await database.WriteAsync(
                commit => applier.Purge(new TrashPurged(chunk, []), commit),
                cancellationToken
            );
        return TypedResults.Ok(new TrashEmptied(removed));

        // A container is named with all that lies in it.
        bool IsNamed(long id) =>
            named is null || named.Contains(id) || (parents.GetValueOrDefault(id) is { } parent && IsNamed(parent));
    }

    /// <summary>By hand only what is on disk comes back; what is not revives by itself when its files return.</summary>
    private static async Task<NoContent> RestoreAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var files = await database.ReadAsync(connection => FilesAsync(connection, id), cancellationToken);
        if (files.Count == 0)
            throw ApiErrors.NotFound().AsException();
        if (caller.LibraryRefusal(files[0].LibraryId) is { } refusal)
            throw refusal.AsException();
        if (files.All(file => file.Path is null))
            throw ApiErrors
                .Conflict("files_moved", "Its files belong to another item now. Undo that in the history of that item.")
                .AsException();
        var onDisk = files
            .Where(file => file.Path is { } path && FileProbe.Look(path).IsFile)
            .GroupBy(file => file.ItemId, file => file.Id!.Value)
            .Select(item => new RestoredItem(item.Key, [.. item]))
            .ToList();
        if (onDisk.Count == 0)
            throw ApiErrors
                .Conflict("files_gone", "None of its files is on disk. It comes back by itself when they return.")
                .AsException();
        await database.WriteAsync(
            commit =>
            {
                Trash.Restore(commit, id, onDisk);
                return true;
            },
            cancellationToken
        );
        return TypedResults.NoContent();
    }

    private static async Task<IReadOnlyList<FileRow>> FilesAsync(DbConnection connection, long itemId) =>
        (
            await connection.QueryAsync<FileRow>(
                $"""
                {ItemTree.With}
                select f.id, i.id as ItemId, i.library_id as LibraryId, r.path || '/' || f.relative_path as Path
                from inside join items i on i.id = inside.id join libraries l on l.id = i.library_id
                    left join item_files p on p.item_id = i.id left join files f on f.id = p.file_id
                    left join library_roots r on r.id = f.root_id
                where i.missing_since is not null and l.deleted_at is null
                """,
                new { id = itemId }
            )
        ).AsList();

    private sealed record FileRow
    {
        public long? Id { get; init; }

        public long ItemId { get; init; }

        public long LibraryId { get; init; }

        /// <summary>Null when the item has no file.</summary>
        public string? Path { get; init; }
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public long LibraryId { get; init; }

        public string Title { get; init; } = "";

        public string? Path { get; init; }

        public long Excluded { get; init; }

        public long? DeletedBy { get; init; }

        public string? UserName { get; init; }

        public long MissingSince { get; init; }

        public TrashedItem ToShown() =>
            new(
                Id,
                Kind,
                LibraryId,
                Title,
                Path,
                Excluded != 0 ? TrashReason.Excluded
                    : Path is null ? TrashReason.Merged
                    : DeletedBy is null ? TrashReason.FilesGone
                    : TrashReason.Deleted,
                UserName,
                DateTimeOffset.FromUnixTimeMilliseconds(MissingSince)
            );
    }
}
