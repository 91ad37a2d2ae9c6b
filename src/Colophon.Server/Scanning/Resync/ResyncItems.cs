using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Scanning.Resync;

/// <summary>
/// The job <c>resync</c>: a selection, a series, a person or a library, item by item, by the reading and writing of the
/// inline resync. A batch holds at most one reading of a unit, as the second would be overtaken by the first.
/// </summary>
public sealed class ResyncItems(ResyncChoice choice, ItemReading reading, ResyncItem inline) : IJobHandler<ResyncData>
{
    private const int ItemsABatch = 20;

    public async Task<JobOutcome> RunAsync(JobContext<ResyncData> context, CancellationToken cancellationToken)
    {
        var cursor = context.Cursor<ResyncCursor>() ?? await BeginAsync(context.Data, cancellationToken);
        while (true)
        {
            var items = await choice.NextAsync(context.Data, cursor.After, ItemsABatch, cancellationToken);
            if (items.Count == 0)
                break;
            cursor = context.Data.DryRun
                ? await TellAsync(context, items, cursor, cancellationToken)
                : await StoreAsync(context, items, cursor, cancellationToken);
        }
        context.Log(
            JobLogLevel.Info,
            $"{cursor.Done - cursor.Failed:N0} items were read again, {cursor.Failed:N0} failed."
        );
        return JobOutcome.Done;
    }

    private async Task<ResyncCursor> BeginAsync(ResyncData data, CancellationToken cancellationToken) =>
        new(0, 0, 0, await choice.CountAsync(data, cancellationToken));

    private async Task<ResyncCursor> StoreAsync(
        JobContext<ResyncData> context,
        IReadOnlyList<long> items,
        ResyncCursor cursor,
        CancellationToken cancellationToken
    )
    {
        var units = new HashSet<(long Root, string Path)>();
        foreach (var item in items)
        {
            var read = await TryReadAsync(context, item, cancellationToken);
            if (read is not null && read.Readings.Any(one => units.Contains(AddressOf(one))))
            {
                await context.CheckpointAsync(cursor, cancellationToken);
                units.Clear();
                read = await TryReadAsync(context, item, cancellationToken);
            }
            if (read is not null)
                Hand(context, read, units);
            cursor = cursor with
            {
                After = item,
                Done = cursor.Done + 1,
                Failed = cursor.Failed + (read is null || read.Failed.Count > 0 ? 1 : 0),
            };
        }
        await context.CheckpointAsync(cursor, cancellationToken);
        return cursor;
    }

    private static void Hand(JobContext<ResyncData> context, ItemReread read, HashSet<(long, string)> units)
    {
        foreach (var one in read.Readings)
        {
            units.Add(AddressOf(one));
            context.Record(one);
        }
        if (read.Gone.Count > 0)
            context.Record(read.FilesGone);
        foreach (var failed in read.Failed)
            context.Log(JobLogLevel.Warn, failed.Message, new { failed.Filepath, failed.Code });
    }

    /// <summary>A dry run: every difference is a line of the log.</summary>
    private async Task<ResyncCursor> TellAsync(
        JobContext<ResyncData> context,
        IReadOnlyList<long> items,
        ResyncCursor cursor,
        CancellationToken cancellationToken
    )
    {
        foreach (var item in items)
        {
            var failed = 0;
            try
            {
                var report = await inline.RunAsync(TargetOf(context.Data, item), cancellationToken);
                failed = report.Failed.Count;
                foreach (var change in report.Changes)
                    Tell(context, change);
            }
            catch (ApiErrorException refusal)
            {
                failed = 1;
                context.Log(JobLogLevel.Warn, refusal.Message, new { item });
            }
            cursor = cursor with
            {
                After = item,
                Done = cursor.Done + 1,
                Failed = cursor.Failed + (failed > 0 ? 1 : 0),
            };
        }
        await context.CheckpointAsync(cursor, cancellationToken);
        return cursor;
    }

    private static void Tell(JobContext<ResyncData> context, ValuesChanged change)
    {
        foreach (var (field, values) in change.Fields)
            context.Log(
                JobLogLevel.Info,
                $"{field} would change.",
                new
                {
                    item = change.Item.Value,
                    file = change.FileId,
                    field,
                    before = FieldJson.ToElement(values.Before),
                    after = FieldJson.ToElement(values.After),
                }
            );
    }

    /// <summary>Null when the item is gone, or its root is not believed: that is told in the log and stops nothing.</summary>
    private async Task<ItemReread?> TryReadAsync(
        JobContext<ResyncData> context,
        long item,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await reading.ReadAsync(TargetOf(context.Data, item), cancellationToken);
        }
        catch (ApiErrorException refusal)
        {
            context.Log(JobLogLevel.Warn, refusal.Message, new { item });
            return null;
        }
    }

    private static ResyncTarget TargetOf(ResyncData data, long item) =>
        new(
            item,
            FileId: null,
            data.Refresh ? ResyncMode.RefreshAll : ResyncMode.ScanForNew,
            data.DryRun ? CatalogWrite.RollBack : CatalogWrite.Keep,
            data.UserId
        );

    private static (long Root, string Path) AddressOf(UnitRead read) => (read.Unit.RootId, read.Unit.RelativePath);
}
