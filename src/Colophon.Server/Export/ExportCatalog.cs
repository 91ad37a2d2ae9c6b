using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Export;

/// <summary>
/// The export job: writes the books of one library or of all into a file, in order of id, a batch a checkpoint.
/// After a crash it cuts the file back to the last checkpoint and goes on, where the form allows that.
/// </summary>
internal sealed class ExportCatalog(IDatabase database, ExportFolder folder, CacheStore covers, ServerOptions options)
    : IJobHandler<ExportData>
{
    private const int Batch = 500;

    public async Task<JobOutcome> RunAsync(JobContext<ExportData> context, CancellationToken cancellationToken)
    {
        if (ExportForms.Find(context.Data.Format) is not { } form)
            return JobOutcome.Dead(new JobError("fault", $"There is no export of format {context.Data.Format}."));
        var library = context.Job.LibraryId;
        using var writer = form.Make(new ExportPlace(options.TemporaryFolder, covers));
        var cursor = context.Cursor<ExportCursor>() ?? new ExportCursor(0, 0, 0, 0);
        if (writer.Resumption == ExportResumption.BeginsAnew)
            cursor = new ExportCursor(0, 0, 0, 0);
        await using var file = GrowingFile.Open(folder.PathOf(context.Job.Id, form.Extension), cursor.Length);
        if (file.Length == 0)
            cursor = await BeginAsync(file, writer, library, context.Clock.GetUtcNow(), cancellationToken);
        while (true)
        {
            var last = cursor.LastId;
            var books = await database.ReadAsync(
                connection => Task.FromResult(ExportedBooks.After(connection, library, last, Batch)),
                cancellationToken
            );
            if (books.Count == 0)
                break;
            for (var i = 0; i < books.Count; i++)
                await writer.WriteAsync(file.Stream, books[i], cursor.Done + i, cancellationToken);
            cursor = cursor with
            {
                LastId = books[^1].Id,
                Length = await file.KeepAsync(cancellationToken),
                Done = cursor.Done + books.Count,
            };
            await context.CheckpointAsync(cursor, cancellationToken);
        }
        await writer.EndAsync(file.Stream, cancellationToken);
        await file.FinishAsync(cancellationToken);
        context.Log(JobLogLevel.Info, $"Exported {cursor.Done} books.");
        return JobOutcome.Done;
    }

    private async Task<ExportCursor> BeginAsync(
        GrowingFile file,
        IExportWriter writer,
        long? library,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (total, libraries) = await database.ReadAsync(
            connection =>
                Task.FromResult(
                    (ExportedBooks.Count(connection, library), ExportedBooks.Libraries(connection, library))
                ),
            cancellationToken
        );
        await writer.BeginAsync(file.Stream, new ExportHead(1, now, libraries), cancellationToken);
        return new ExportCursor(0, 0, 0, total);
    }
}

/// <summary>Where an export stands.</summary>
/// <param name="Length">Of the file, durable.</param>
/// <param name="Done">Books written, of <paramref name="Total"/>: the job's progress.</param>
internal sealed record ExportCursor(long LastId, long Length, long Done, long Total);
