using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Journal;

/// <summary>What is done with a file. Persisted as its number.</summary>
public enum PublishAction
{
    Write = 0,
    Remove = 1,
}

/// <summary>How far that is. Persisted as its number.</summary>
public enum PublishState
{
    /// <summary>About to be done: noted before the disk is touched.</summary>
    Intended = 0,
    Done = 1,
    Undone = 2,

    /// <summary>The reason is told.</summary>
    Failed = 3,

    /// <summary>A file of a person's stands there and stays.</summary>
    Kept = 4,
}

/// <summary>A line of the journal.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Content">A type of asset, or <see cref="Nfo"/>.</param>
/// <param name="Sha256">Of what is written; null when the file is removed.</param>
/// <param name="BeforeSha256">Of what stood there, which is kept; null when nothing did.</param>
public sealed record PublishChange(
    string Path,
    long ItemId,
    string Content,
    PublishAction Action,
    PublishState State,
    string? Sha256,
    string? BeforeSha256,
    string? Reason = null
)
{
    public const string Nfo = "nfo";

    private const string Columns =
        "path, item_id, content, action, state, sha256, before_sha256, reason, run_id, size, mtime_ns";

    /// <summary>Of which run.</summary>
    public long RunId { get; init; }

    /// <summary>As it was left; null when it was not written.</summary>
    public long? Size { get; init; }

    public long? ModifiedNs { get; init; }

    /// <summary>As the server knows it from then on.</summary>
    internal WrittenFile? Written =>
        State == PublishState.Done && Size is { } size && ModifiedNs is { } modified && Sha256 is { } sha256
            ? new WrittenFile(Path, size, modified, sha256)
            : null;

    /// <summary>What runs that ended without a word left open; not those of jobs that are at work.</summary>
    internal static List<PublishChange> Open(DbConnection connection, long libraryId, long ownJob) =>
        connection.Rows(
            $"""
            select {Columns} from publish_changes c where library_id = @library and state = 0
                and not exists (select 1 from jobs j where j.id = c.run_id and j.status = 1 and j.id <> @own)
            order by run_id, path
            """,
            Of,
            libraryId,
            ownJob
        );

    /// <summary>What was done for an item, oldest first.</summary>
    internal static List<PublishChange> DoneOf(DbConnection connection, long itemId) =>
        connection.Rows(
            $"select {Columns} from publish_changes where item_id = @item and state = 1 order by run_id, path",
            Of,
            itemId
        );

    /// <summary>Of a run, those after a path.</summary>
    internal static List<PublishChange> DoneBy(DbConnection connection, long runId, string after, int limit) =>
        connection.Rows(
            $"select {Columns} from publish_changes where run_id = @run and state = 1 and path > @path order by path limit @limit",
            Of,
            runId,
            after,
            limit
        );

    /// <summary>A page of all that a run did, or of what ended in one way.</summary>
    internal static List<PublishChange> OfRun(
        DbConnection connection,
        long runId,
        PublishState? state,
        int limit,
        int offset
    ) =>
        connection.Rows(
            $"""
            select {Columns} from publish_changes where run_id = @run and state = coalesce(@state, state)
            order by path limit @limit offset @offset
            """,
            Of,
            runId,
            (long?)state,
            limit,
            offset
        );

    /// <summary>How many files of a run ended so.</summary>
    internal static long Count(DbConnection connection, long runId, PublishState? state) =>
        connection.Rows(
            "select count(*) from publish_changes where run_id = @run and state = coalesce(@state, state)",
            row => row.GetInt64(0),
            runId,
            (long?)state
        )[0];

    /// <summary>How much a run did, by what and how it ended.</summary>
    internal static List<PublishCount> Count(DbConnection connection, long runId) =>
        connection.Rows(
            "select action, state, count(*) from publish_changes where run_id = @run group by action, state",
            row => new PublishCount((PublishAction)row.GetInt64(0), (PublishState)row.GetInt64(1), row.GetInt64(2)),
            runId
        );

    private static PublishChange Of(DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            (PublishAction)row.GetInt64(3),
            (PublishState)row.GetInt64(4),
            row.TextOrNull(5),
            row.TextOrNull(6),
            row.TextOrNull(7)
        )
        {
            RunId = row.GetInt64(8),
            Size = row.LongOrNull(9),
            ModifiedNs = row.LongOrNull(10),
        };
}

/// <summary>So many files of a run.</summary>
internal sealed record PublishCount(PublishAction Action, PublishState State, long Count);
