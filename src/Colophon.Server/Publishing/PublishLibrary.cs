using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Publishing.Journal;

namespace Colophon.Server.Publishing;

/// <summary>
/// The job <c>publish</c>: brings what stands beside items to what ought to, or takes back what a run did. Each batch is told to
/// the journal, then done, then closed there; so whatever was begun is known after a crash.
/// </summary>
internal sealed class PublishLibrary(IDatabase database, PublishedItems items, PublishFiles files, PublishUndo undo)
    : IJobHandler<PublishData>
{
    private const int ItemsAtOnce = 50;

    public async Task<JobOutcome> RunAsync(JobContext<PublishData> context, CancellationToken cancellationToken)
    {
        var library = await database.ReadAsync(
            connection => Library.FindAsync(connection, context.Data.LibraryId),
            cancellationToken
        );
        if (library is null)
            return JobOutcome.Done;
        await RecoverAsync(context, library, cancellationToken);
        if (context.Data.UndoRunId is { } run)
            return await undo.RunAsync(context, library, run, cancellationToken);
        if (library.Options.PublishedFor is not { } program)
            return JobOutcome.Done;
        var started = new PublishRun(
            context.Job.Id,
            library.Id,
            context.Data.ItemId,
            program,
            context.Clock.GetUtcNow().ToUnixTimeMilliseconds()
        );
        if (context.Data.ItemId is { } item)
            await PublishAsync(context, library, started, [item], new PublishCursor(item), cancellationToken);
        else
            await PublishAllAsync(context, library, started, cancellationToken);
        context.Record(new RunClosed(started.Id, RunClosing.Ended));
        return JobOutcome.Done;
    }

    private async Task PublishAllAsync(
        JobContext<PublishData> context,
        Library library,
        PublishRun run,
        CancellationToken cancellationToken
    )
    {
        context.Record(new ChangesIntended(run, []));
        var cursor = context.Cursor<PublishCursor>() ?? new PublishCursor(0);
        cursor = cursor with { Total = await items.CountAsync(library.Id, cancellationToken) };
        while (await items.AfterAsync(library.Id, cursor.After, ItemsAtOnce, cancellationToken) is { Count: > 0 } page)
        {
            await PublishAsync(context, library, run, page, cursor, cancellationToken);
            cursor = cursor with { After = page[^1], Done = cursor.Done + page.Count };
        }
    }

    /// <param name="cursor">Before these items: they are looked at again when it breaks off.</param>
    private async Task PublishAsync(
        JobContext<PublishData> context,
        Library library,
        PublishRun run,
        IReadOnlyList<long> ids,
        PublishCursor cursor,
        CancellationToken cancellationToken
    )
    {
        var steps = new List<(string Root, PublishStep Step)>();
        foreach (var id in ids)
        {
            if (await items.LoadAsync(library, id, cancellationToken) is not { } item)
                continue;
            foreach (var step in new PublishDifference(item, cancellationToken).Steps())
                steps.Add((item.Root, await PrepareAsync(item.Root, step, run, cancellationToken)));
            if (run.ItemId is not null)
                context.Record(new ItemPublished(item.Id, item.Stamp));
        }
        // A person who has the whole library published wants to know what stays; each change of an item would tell it again.
        if (run.ItemId is not null)
            steps.RemoveAll(entry => entry.Step.Change.State == PublishState.Kept);
        // Of a whole library each batch is told of, so that one sees how far it is.
        if (steps.Count == 0 && run.ItemId is not null)
            return;
        context.Record(new ChangesIntended(run, [.. steps.Select(entry => entry.Step.Change)]));
        await context.CheckpointAsync(cursor, cancellationToken);
        var closed = new List<PublishChange>();
        foreach (var (root, step) in steps.Where(entry => entry.Step.Change.State == PublishState.Intended))
            closed.Add(await files.DoAsync(root, step, cancellationToken));
        Close(context, closed);
        foreach (var failed in steps.Select(entry => entry.Step.Change).Concat(closed).Where(IsFailed))
            Tell(context, failed);
    }

    private async Task<PublishStep> PrepareAsync(
        string root,
        PublishStep step,
        PublishRun run,
        CancellationToken cancellationToken
    )
    {
        var ofRun = step with { Change = step.Change with { RunId = run.Id } };
        return ofRun with { Change = await files.PrepareAsync(root, ofRun, cancellationToken) };
    }

    /// <summary>What jobs that were killed left open.</summary>
    private async Task RecoverAsync(
        JobContext<PublishData> context,
        Library library,
        CancellationToken cancellationToken
    )
    {
        var open = await database.ReadAsync(
            connection => Task.FromResult(PublishChange.Open(connection, library.Id, context.Job.Id)),
            cancellationToken
        );
        var closed = new List<PublishChange>();
        foreach (var change in open)
            if (library.Locate(change.Path) is { } place)
                closed.Add(await files.RecoverAsync(place.Root.Path, change, cancellationToken));
        if (closed.Count == 0)
            return;
        Close(context, closed);
        await context.CheckpointAsync(context.Cursor<PublishCursor>() ?? new PublishCursor(0), cancellationToken);
    }

    private static void Close(JobContext<PublishData> context, List<PublishChange> closed)
    {
        context.Record(new ChangesClosed(closed));
        context.Record(
            new FilesLeft(
                [.. closed.Select(change => change.Written).OfType<WrittenFile>()],
                [
                    .. closed
                        .Where(change => change is { State: PublishState.Done, Action: PublishAction.Remove })
                        .Select(change => change.Path),
                ]
            )
        );
    }

    private static bool IsFailed(PublishChange change) => change.State == PublishState.Failed;

    private static void Tell(JobContext<PublishData> context, PublishChange failed) =>
        context.Log(JobLogLevel.Warn, $"“{failed.Path}”: {failed.Reason}", new { failed.Path });
}

/// <param name="After">Items up to this id are done.</param>
/// <param name="Done">So many of the whole, for people: items, or files of a run that is taken back.</param>
internal sealed record PublishCursor(long After, long Done = 0, long Total = 0);
