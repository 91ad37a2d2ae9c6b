using Colophon.Jobs;
using Colophon.Server.Catalog;
using Dapper;

namespace Colophon.Server.Artwork.Scrub;

/// <summary>
/// The job <c>scrub-cache</c>: first asks of every row whether its file is there and whole, then of every file whether a row
/// knows it. Rows lead: what is lost is cached again, what nobody knows goes after a day.
/// </summary>
internal sealed class ScrubCache(CacheStore store, IDatabase database) : IJobHandler<LibraryJobData>
{
    public async Task<JobOutcome> RunAsync(JobContext<LibraryJobData> context, CancellationToken cancellationToken)
    {
        var cursor = context.Cursor<ScrubCursor>() ?? new ScrubCursor();
        var rows = new ScrubRows(store, database, context);
        while (!cursor.RowsAreDone)
        {
            cursor = await rows.NextAsync(cursor, cancellationToken);
            await context.CheckpointAsync(cursor, cancellationToken);
        }
        if (await IsAnyCachedAsync(cancellationToken))
            cursor = await SweepAsync(context, cursor, cancellationToken);
        else
            // A data folder with a database that is not its own looks like this.
            context.Log(JobLogLevel.Info, "No asset is in the cache, so what lies there is left alone.");
        context.Log(
            JobLogLevel.Info,
            $"{cursor.Looked} cached assets looked at, {cursor.Read} of them read through: {cursor.Lost} lost or damaged, "
                + $"{cursor.Queued} to be cached again, {cursor.Unclear} that the disk would not show. "
                + $"{cursor.Removed} files removed that nothing refers to.",
            cursor
        );
        return JobOutcome.Done;
    }

    private async Task<ScrubCursor> SweepAsync(
        JobContext<LibraryJobData> context,
        ScrubCursor cursor,
        CancellationToken cancellationToken
    )
    {
        var files = new ScrubFiles(store, database, context.Clock.GetUtcNow());
        foreach (var folders in files.Folders())
        {
            cursor = cursor with { Removed = cursor.Removed + await files.SweepAsync(folders, cancellationToken) };
            await context.CheckpointAsync(cursor, cancellationToken);
        }
        return cursor;
    }

    private Task<bool> IsAnyCachedAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
                await connection.QueryFirstOrDefaultAsync<long?>(
                    "select id from assets where cache_path is not null limit 1"
                )
                    is not null,
            cancellationToken
        );
}

/// <summary>How far a scrub is. Stored with each checkpoint.</summary>
/// <param name="LastAsset">The last row that was looked at.</param>
/// <param name="Unclear">Files of which the disk said neither that they are there nor that they are not.</param>
internal sealed record ScrubCursor(
    long LastAsset = 0,
    bool RowsAreDone = false,
    long Looked = 0,
    long Read = 0,
    long Lost = 0,
    long Queued = 0,
    long Unclear = 0,
    long Removed = 0
);
