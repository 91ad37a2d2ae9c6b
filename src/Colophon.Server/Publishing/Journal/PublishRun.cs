using System.Data.Common;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Journal;

/// <summary>All that one job wrote beside media; its id is the job's.</summary>
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
    private const string Columns = "id, library_id, item_id, program, started_at, ended_at, undone_at";

    public static PublishRun? Find(DbConnection connection, long id) =>
        connection.Rows($"select {Columns} from publish_runs where id = @id", Of, id).SingleOrDefault();

    public static List<PublishRun> OfLibrary(DbConnection connection, long libraryId, int limit, int offset) =>
        connection.Rows(
            $"select {Columns} from publish_runs where library_id = @library order by id desc limit @limit offset @offset",
            Of,
            libraryId,
            limit,
            offset
        );

    public static long Count(DbConnection connection, long libraryId) =>
        connection.Rows(
            "select count(*) from publish_runs where library_id = @library",
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
        );
}
