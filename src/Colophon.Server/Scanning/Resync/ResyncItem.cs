using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Scanning.Resync;

/// <summary>
/// Reads one item or one of its files again while the caller waits, by the scan's own reading and writing. A reading that
/// was overtaken by a scan is made anew, a few times.
/// </summary>
public sealed class ResyncItem(IDatabase database, ItemReading reading, UnitReadApplier applier)
    : IInlineResync,
        IDisposable
{
    private const int Tries = 3;

    // Reading blocks on the disk: a slow one must not take every thread that answers pages.
    private readonly SemaphoreSlim places = new(4);

    public async Task<ResyncReport> RunAsync(ResyncTarget target, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await TryAsync(target, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<ResyncReport> TryAsync(ResyncTarget target, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var read = await reading.ReadAsync(target, cancellationToken);
            try
            {
                return await database.WriteAsync(commit => Store(read, commit), cancellationToken);
            }
            catch (UnitBusyException)
            {
                // Somebody stored a newer reading of these files: read them again.
            }
        }
        throw ApiErrors.UnitBusy().AsException();
    }

    private ResyncReport Store(ItemReread read, Commit commit)
    {
        Rehearsal.Run(
            commit,
            read.Target.Write,
            () =>
            {
                applier.Store(read.Readings, commit);
                FilesGoneApplier.Store(read.FilesGone, jobId: null, commit);
                if (read is { Files: 0, Target.Write: CatalogWrite.Keep })
                    Trash.Put(commit, read.Target.ItemId, TrashReason.FilesGone, userId: null);
            }
        );
        return read.Report(commit.State<CatalogChanges>().Values);
    }
}
