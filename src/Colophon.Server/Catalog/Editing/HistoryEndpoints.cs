using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.History;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Editing;

public sealed record HistoryList(IReadOnlyList<ChangeShown> Changes, long Total);

/// <summary>One change of an item or a file.</summary>
/// <param name="Fields">What was shown before and what after.</param>
/// <param name="FilesFrom">Files that were moved here by a merge or a split, and the item they came from; null for a change of values.</param>
/// <param name="Source">Whose word it became.</param>
/// <param name="User">The person who did it; null for a job's work.</param>
public sealed record ChangeShown(
    long Id,
    long ItemId,
    long? FileId,
    IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Fields,
    FilesFromShown? FilesFrom,
    string Source,
    string? User,
    long? Job,
    DateTimeOffset At,
    DateTimeOffset? UndoneAt
);

/// <param name="Title">Of that item, at the time.</param>
public sealed record FilesFromShown(long ItemId, string Title, IReadOnlyList<long> FileIds)
{
    internal static FilesFromShown Of(FilesFrom gathered) =>
        new(gathered.ItemId, gathered.Title, [.. gathered.Files.Select(file => file.FileId)]);
}

/// <summary>GET /api/items/{id}/history: newest first.</summary>
internal static class HistoryEndpoints
{
    public static async Task<Ok<HistoryList>> ListAsync(
        long id,
        Paging paging,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.ReadAsync(
                async connection =>
                {
                    await ItemPlace.OfItemAsync(connection, id, caller);
                    var total = await connection.ExecuteScalarAsync<long>(
                        "select count(*) from changes where item_id = @id",
                        new { id }
                    );
                    var rows = await connection.QueryAsync<Row>(
                        """
                        select c.id, c.item_id as ItemId, c.file_id as FileId, c.fields, c.source, u.username as "User", c.job_id as Job,
                            c.at, c.undone_at as UndoneAt, c.files_from as FilesFrom
                        from changes c left join users u on u.id = c.user_id
                        where c.item_id = @id order by c.id desc limit @limit offset @offset
                        """,
                        new
                        {
                            id,
                            limit = paging.Limit,
                            offset = paging.Offset,
                        }
                    );
                    return new HistoryList([.. rows.Select(row => row.ToShown())], total);
                },
                cancellationToken
            )
        );

    private sealed record Row
    {
        public long Id { get; init; }

        public long ItemId { get; init; }

        public long? FileId { get; init; }

        public string Fields { get; init; } = "";

        public string Source { get; init; } = "";

        public string? User { get; init; }

        public long? Job { get; init; }

        public long At { get; init; }

        public long? UndoneAt { get; init; }

        public string? FilesFrom { get; init; }

        public ChangeShown ToShown() =>
            new(
                Id,
                ItemId,
                FileId,
                ChangeJson
                    .Parse(Fields)
                    .ToDictionary(
                        field => field.Key,
                        field =>
                            (IReadOnlyList<JsonElement>)
                                [FieldJson.ToElement(field.Value.Before), FieldJson.ToElement(field.Value.After)],
                        StringComparer.Ordinal
                    ),
                FilesFrom is null ? null : FilesFromShown.Of(Catalog.FilesFrom.Parse(FilesFrom)),
                Source,
                User,
                Job,
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                UndoneAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null
            );
    }
}
