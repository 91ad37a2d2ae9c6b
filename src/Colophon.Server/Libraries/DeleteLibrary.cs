using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Libraries;

/// <summary>Ends what runs in a library that is being deleted; Scanning, which knows scans, implements it.</summary>
public interface IEndLibraryWork
{
    void End(Commit commit, long libraryId, JobError reason);
}

/// <param name="After">Items up to this id are deleted.</param>
/// <param name="Rank">Of those that go together: what lies in a container goes before it.</param>
public sealed record DeleteCursor(long After, int Rank = 0);

/// <summary>A piece of a deleted library's catalog.</summary>
public sealed record LibraryPieceGone(long LibraryId, IReadOnlyList<long> Items, LibraryRemains Remains);

public enum LibraryRemains
{
    More,
    Nothing,
}

/// <summary>
/// Deletes a library: at once it is gone from every answer and its work ends; a job then takes its rows away piece by
/// piece. The library's own row stays while jobs and scans point to it. Files on disk are never touched.
/// </summary>
public sealed class DeleteLibrary(IDatabase database) : IJobHandler<LibraryJobData>
{
    private const int ItemsACommit = 500;

    /// <summary>The first commit, run by the request.</summary>
    public static bool Begin(Commit commit, long id, IEndLibraryWork work)
    {
        var isThere = commit.Run(
            "update libraries set deleted_at = @now, updated_at = @now where id = @id and deleted_at is null",
            commit.Millis(),
            id
        );
        if (isThere == 0)
            throw ApiErrors.NotFound().AsException();
        work.End(commit, id, new JobError("library_gone", $"Library {id} no longer exists."));
        // The roots are free for another library at once; what lies under them still refers to the rows.
        commit.Run("update library_roots set path = '/deleted/' || cast(id as text) where library_id = @id", id);
        commit.Insert([JobRequest.For(JobTypes.DeleteLibrary, JobQueues.General, new LibraryJobData(id))]);
        return true;
    }

    /// <summary>Takes a root out of a library, with what was found in it.</summary>
    public static void RemoveRoot(Commit commit, long rootId)
    {
        var items = commit.Query(
            $"""
            delete from items where id in (select l.item_id from item_files l join files f on f.id = l.file_id where f.root_id = @root)
                and not exists (select 1 from item_files o join files f on f.id = o.file_id
                                where o.item_id = items.id and f.root_id <> @root)
                and not {ItemKinds.ContainerSql}
            returning id, parent_id
            """,
            row => (Id: row.GetInt64(0), Parent: row.LongOrNull(1)),
            rootId
        );
        items.ForEach(item => commit.ForgetWords(item.Id));
        commit.Run("delete from files where root_id = @root", rootId);
        ContainerPresence.Settle(commit, items.Select(item => item.Parent));
        commit.Run(
            "update items set unit_id = null where unit_id in (select id from units where root_id = @root)",
            rootId
        );
        commit.Run(
            "update evidence set unit_id = null where unit_id in (select id from units where root_id = @root)",
            rootId
        );
        commit.Run("delete from units where root_id = @root", rootId);
        commit.Run("delete from library_roots where id = @root", rootId);
    }

    public async Task<JobOutcome> RunAsync(JobContext<LibraryJobData> context, CancellationToken cancellationToken)
    {
        var library = context.Data.LibraryId ?? 0;
        var cursor = context.Cursor<DeleteCursor>() ?? new DeleteCursor(0);
        while (cursor.Rank <= ItemTree.OutermostRank)
        {
            var items = await NextAsync(library, cursor, cancellationToken);
            cursor = items.Count == 0 ? new DeleteCursor(0, cursor.Rank + 1) : cursor with { After = items[^1] };
            if (items.Count == 0)
                continue;
            context.Record(new LibraryPieceGone(library, items, LibraryRemains.More));
            await context.CheckpointAsync(cursor, cancellationToken);
        }
        context.Record(new LibraryPieceGone(library, [], LibraryRemains.Nothing));
        return JobOutcome.Done;
    }

    private Task<IReadOnlyList<long>> NextAsync(
        long library,
        DeleteCursor cursor,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<long>>(
            async connection =>
                Dapper.SqlMapper.AsList(
                    await Dapper.SqlMapper.QueryAsync<long>(
                        connection,
                        $"""
                        select i.id from items i
                        where i.library_id = @library and i.id > @after and {ItemTree.InnermostFirst} = @rank
                        order by i.id limit @limit
                        """,
                        new
                        {
                            library,
                            after = cursor.After,
                            rank = cursor.Rank,
                            limit = ItemsACommit,
                        }
                    )
                ),
            cancellationToken
        );
}

public sealed class LibraryPieceGoneApplier : IApplier<LibraryPieceGone>
{
    private static readonly string[] Leftovers =
    [
        "delete from files where library_id = @library",
        "delete from units where library_id = @library",
        "delete from people where library_id = @library",
        "delete from terms where library_id = @library",
        "delete from series where library_id = @library",
        "delete from publish_changes where library_id = @library",
        "delete from publish_runs where library_id = @library",
        "delete from library_access where library_id = @library",
        "delete from library_roots where library_id = @library",
    ];

    public void Apply(IReadOnlyList<Applied<LibraryPieceGone>> records, Commit commit)
    {
        foreach (var piece in records.Select(applied => applied.Record))
        {
            foreach (var item in piece.Items)
            {
                commit.ForgetWords(item);
                commit.Run("delete from items where id = @item", item);
            }
            if (piece.Remains == LibraryRemains.More)
                continue;
            foreach (var sql in Leftovers)
                commit.Run(sql, piece.LibraryId);
        }
    }
}
