using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Export;

/// <summary>
/// The export job: writes the books of one library or of all into a file, in order of id, a batch a checkpoint.
/// After a crash it cuts the file back to the last checkpoint and goes on.
/// </summary>
internal sealed class ExportCatalog(IDatabase database, ExportFolder folder) : IJobHandler<ExportData>
{
    private const int Batch = 500;

    public async Task<JobOutcome> RunAsync(JobContext<ExportData> context, CancellationToken cancellationToken)
    {
        var library = context.Job.LibraryId;
        var cursor = context.Cursor<ExportCursor>() ?? new ExportCursor(0, 0, 0, 0);
        await using var file = GrowingFile.Open(folder.PathOf(context.Job.Id), cursor.Length);
        if (file.Length == 0)
            cursor = await BeginAsync(file, library, context.Clock.GetUtcNow(), cancellationToken);
        while (true)
        {
            var last = cursor.LastId;
            var books = await database.ReadAsync(
                connection => Task.FromResult(ExportedBooks.After(connection, library, last, Batch)),
                cancellationToken
            );
            if (books.Count == 0)
                break;
            foreach (var book in books)
                await WriteAsync(
                    file,
                    book.Id == books[0].Id && cursor.Done == 0 ? "\n" : ",\n",
                    book,
                    cancellationToken
                );
            cursor = cursor with
            {
                LastId = books[^1].Id,
                Length = await file.KeepAsync(cancellationToken),
                Done = cursor.Done + books.Count,
            };
            await context.CheckpointAsync(cursor, cancellationToken);
        }
        await file.Stream.WriteAsync("\n]}\n"u8.ToArray(), cancellationToken);
        await file.FinishAsync(cancellationToken);
        context.Log(JobLogLevel.Info, $"Exported {cursor.Done} books.");
        return JobOutcome.Done;
    }

    private async Task<ExportCursor> BeginAsync(
        GrowingFile file,
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
        var head = JsonSerializer.Serialize(new ExportHead(1, now, libraries), ApiJson.Options);
        await file.Stream.WriteAsync(
            System.Text.Encoding.UTF8.GetBytes(head[..^1] + ",\"books\":["),
            cancellationToken
        );
        return new ExportCursor(0, 0, 0, total);
    }

    private static async Task WriteAsync(
        GrowingFile file,
        string separator,
        ExportedBook book,
        CancellationToken cancellationToken
    )
    {
        await file.Stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(separator), cancellationToken);
        await JsonSerializer.SerializeAsync(file.Stream, book, ApiJson.Options, cancellationToken);
    }

    private sealed record ExportHead(int Version, DateTimeOffset ExportedAt, IReadOnlyList<ExportedLibrary> Libraries);
}

/// <summary>Where an export stands.</summary>
/// <param name="Length">Of the file, durable.</param>
/// <param name="Done">Books written, of <paramref name="Total"/>: the job's progress.</param>
internal sealed record ExportCursor(long LastId, long Length, long Done, long Total);
