using System.Data.Common;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Journal;

/// <summary>All that one job wrote beside media; its id is the job's. One that has expired is not told of any more.</summary>
/// <param name="ItemId">Null: the whole library.</param>
internal sealed record PublishRun(
    long Id,
    long LibraryId,
    long? ItemId,
    string Program,
    long StartedAt,
    long? EndedAt = null,
    long? UndoneAt = null
)
{
    private const string Select = """
        select r.id, r.library_id, r.item_id, r.program, r.started_at, r.ended_at, r.undone_at, i.kind, i.title,
            coalesce((select j.id from jobs j where j.id = r.id and j.status < 2),
                (select j.id from jobs j where j.dedupe_key = 'publish-undo:' || r.id and j.status < 2))
        from publish_runs r left join items i on i.id = r.item_id
        """;

    /// <summary>Of its item, while that is there.</summary>
    public string? ItemKind { get; private init; }

    public string? ItemTitle { get; private init; }

    /// <summary>What is at work on it now: publishing, or taking it back.</summary>
    public long? JobId { get; private init; }

    public static PublishRun? Find(DbConnection connection, long id) =>
        connection.Rows($"{Select} where r.id = @id and r.expired_at is null", Of, id).SingleOrDefault();

    public static List<PublishRun> OfLibrary(DbConnection connection, long libraryId, int limit, int offset) =>
        connection.Rows(
            $"""
            {Select} where r.library_id = @library and r.expired_at is null
            order by r.id desc limit @limit offset @offset
            """,
            Of,
            libraryId,
            limit,
            offset
        );

    public static long Count(DbConnection connection, long libraryId) =>
        connection.Rows(
            "select count(*) from publish_runs where library_id = @library and expired_at is null",
            row => row.GetInt64(0),
            libraryId
        )[0];

    private static PublishRun Of(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.LongOrNull(2),
            row.GetString(3),
            row.GetInt64(4),
            row.LongOrNull(5),
            row.LongOrNull(6)
        )
        {
            ItemKind = row.TextOrNull(7),
            ItemTitle = row.TextOrNull(8),
            JobId = row.LongOrNull(9),
        };
}
