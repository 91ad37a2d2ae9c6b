using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>
/// The job <c>re-merge</c>: merges all items of a library anew, from the evidence that is there, when the library ranks its sources in
/// another way. Nothing is read from disk and nobody is asked.
/// </summary>
internal sealed class ReMergeLibrary(IDatabase database) : IJobHandler<LibraryJobData>
{
    private const int ItemsAtOnce = 200;

    public async Task<JobOutcome> RunAsync(JobContext<LibraryJobData> context, CancellationToken cancellationToken)
    {
        var after = context.Cursor<ReMergeCursor>()?.LastId ?? 0;
        while (true)
        {
            var from = after;
            var ids = await database.ReadAsync(
                connection =>
                    Task.FromResult(
                        connection.Rows(
                            """
                            select id from items where (@library = 0 or library_id = @library) and id > @after
                            order by id limit @limit
                            """,
                            row => row.GetInt64(0),
                            context.Data.LibraryId ?? 0,
                            from,
                            (long)ItemsAtOnce
                        )
                    ),
                cancellationToken
            );
            if (ids.Count == 0)
                return JobOutcome.Done;
            context.Record(new ItemsToMerge(ids));
            after = ids[^1];
            await context.CheckpointAsync(new ReMergeCursor(after), cancellationToken);
        }
    }
}

/// <param name="LastId">Of the items that are done.</param>
internal sealed record ReMergeCursor(long LastId);

/// <summary>Items whose evidence is to be merged anew.</summary>
internal sealed record ItemsToMerge(IReadOnlyList<long> Ids);

/// <summary>Opens items and closes them again: the merge of any change.</summary>
internal sealed class ItemsToMergeApplier(TimeProvider clock) : IApplier<ItemsToMerge>
{
    public void Apply(IReadOnlyList<Applied<ItemsToMerge>> records, Commit commit)
    {
        foreach (var applied in records)
        {
            var files = new FileStage(commit);
            var stage = new ItemStage(commit, clock);
            foreach (var draft in stage.Open(applied.Record.Ids, files))
                draft.Author = new ChangeAuthor(UserId: null, applied.Job.Id);
            stage.Write(files);
        }
    }
}
