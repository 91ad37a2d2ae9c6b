using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;
using Colophon.Server.Publishing.Journal;

namespace Colophon.Server.Publishing;

/// <summary>Takes back what a run did, file by file, but for those that were changed since. Done twice it does nothing more.</summary>
internal sealed class PublishUndo(IDatabase database, PublishFiles files)
{
    private const int FilesAtOnce = 200;

    public async Task<JobOutcome> RunAsync(
        JobContext<PublishData> context,
        Library library,
        long run,
        CancellationToken cancellationToken
    )
    {
        if (await LeftAsync(run, cancellationToken) is not { } total)
            return JobOutcome.Done;
        var (after, done) = ("", 0L);
        while (await NextAsync(run, after, cancellationToken) is { Count: > 0 } page)
        {
            var undone = new List<PublishChange>();
            foreach (var change in page)
                undone.Add(await UndoAsync(library, change, cancellationToken));
            Record(context, undone);
            // From the beginning after a crash: what is undone is not met again.
            done += page.Count;
            await context.CheckpointAsync(new PublishCursor(0, done, total), cancellationToken);
            after = page[^1].Path;
        }
        context.Record(new RunClosed(run, RunClosing.Undone));
        return JobOutcome.Done;
    }

    private Task<PublishChange> UndoAsync(Library library, PublishChange change, CancellationToken cancellationToken) =>
        library.Locate(change.Path) is { } place
            ? files.UndoAsync(place.Root.Path, change, cancellationToken)
            : Task.FromResult(change with { Reason = "It lies outside the library's folders by now." });

    private static void Record(JobContext<PublishData> context, List<PublishChange> changes)
    {
        context.Record(new ChangesClosed(changes));
        foreach (var stays in changes.Where(change => change.State != PublishState.Undone))
            context.Log(JobLogLevel.Warn, $"“{stays.Path}”: {stays.Reason}", new { stays.Path });
        var restored = changes
            .Where(change => change is { State: PublishState.Undone, BeforeSha256: not null })
            .Select(change => (change, Look: FileProbe.Look(change.Path)))
            .Where(entry => entry.Look.IsFile)
            .Select(entry => new WrittenFile(
                entry.change.Path,
                entry.Look.Facts.Size,
                entry.Look.Facts.ModifiedNs,
                entry.change.BeforeSha256!
            ))
            .ToList();
        context.Record(
            new FilesLeft(
                restored,
                [
                    .. changes
                        .Where(change => change is { State: PublishState.Undone, BeforeSha256: null })
                        .Select(change => change.Path),
                ]
            )
        );
        context.Record(new FilesRestored(restored));
    }

    /// <summary>How many files there are to take back; null when the run is not known any more.</summary>
    private Task<long?> LeftAsync(long run, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                Task.FromResult(
                    PublishRun.Find(connection, run) is null
                        ? (long?)null
                        : PublishChange.Count(connection, run, PublishState.Done)
                ),
            cancellationToken
        );

    private Task<List<PublishChange>> NextAsync(long run, string after, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => Task.FromResult(PublishChange.DoneBy(connection, run, after, FilesAtOnce)),
            cancellationToken
        );
}
