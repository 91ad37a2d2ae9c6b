using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning.Resync;
using Dapper;

namespace Colophon.Server.Books;

/// <summary>Body of a resync; may be absent.</summary>
/// <param name="Refresh">False: by priority. True: what the files say overwrites all but locked fields.</param>
/// <param name="DryRun">Only tell what would change.</param>
public sealed record ResyncRequest(bool Refresh = false, bool DryRun = false);

/// <summary>A book that was read again.</summary>
public sealed record ResyncedBook : BookDetail
{
    public ResyncedBook(BookDetail book, ResyncReport report)
        : base(book) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; }
}

/// <summary>The book had no file any more: it waits in the trash now.</summary>
public sealed record BookGone(bool Deleted = true);

/// <summary>The file was gone from disk.</summary>
/// <param name="BookDeleted">It was the book's last one.</param>
public sealed record FileGone(bool BookDeleted, bool Deleted = true);

/// <summary>What a resync would do.</summary>
public sealed record ResyncPreview(
    IReadOnlyList<PreviewedChange> Changes,
    IReadOnlyList<long> RemovedFiles,
    IReadOnlyList<FailedFile> FailedFiles
)
{
    internal static ResyncPreview Of(ResyncReport report) =>
        new(
            [
                .. report.Changes.SelectMany(change =>
                    change.Fields.Select(field => PreviewedChange.Of(change, field.Key, field.Value))
                ),
            ],
            report.Removed,
            report.Failed
        );
}

public sealed record PreviewedChange(
    long ItemId,
    long? FileId,
    string Field,
    JsonElement Before,
    JsonElement After,
    string? SourceBefore,
    string? SourceAfter
)
{
    internal static PreviewedChange Of(ValuesChanged change, string field, FieldChange fields) =>
        new(
            change.Item.Value,
            change.FileId,
            field,
            FieldJson.ToElement(fields.Before),
            FieldJson.ToElement(fields.After),
            fields.SourceBefore,
            fields.SourceAfter
        );
}

/// <summary>POST .../resync of a book or of one of its files: while the caller waits.</summary>
internal static class ResyncBook
{
    public static async Task<IResult> OfBookAsync(
        long id,
        ResyncRequest? request,
        IfMatch seen,
        Caller caller,
        IInlineResync resync,
        IDatabase database,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var book = await database.ReadAsync(connection => BookRows.FindAsync(connection, id), cancellationToken);
        if (book is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(book.LibraryId) is { } refusal)
            return refusal;
        var report = await RunAsync(resync, id, fileId: null, request, seen, caller, cancellationToken);
        if (request?.DryRun == true)
            return TypedResults.Ok(ResyncPreview.Of(report));
        if (report.Read == 0 && report.Removed.Count == 0 && report.Failed.Count > 0)
            return Unreadable(report);
        var after = await BookAnswer.LoadAsync(database, id, response, cancellationToken);
        if (after is null)
            return TypedResults.Ok(new BookGone());
        return TypedResults.Ok(new ResyncedBook(after, report));
    }

    public static async Task<IResult> OfFileAsync(
        long id,
        ResyncRequest? request,
        IfMatch seen,
        Caller caller,
        IInlineResync resync,
        IDatabase database,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var file = await database.ReadAsync(connection => FileRows.FindAsync(connection, id), cancellationToken);
        if (file is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(file.LibraryId) is { } refusal)
            return refusal;
        var report = await RunAsync(resync, file.BookId, id, request, seen, caller, cancellationToken);
        if (request?.DryRun == true)
            return TypedResults.Ok(ResyncPreview.Of(report));
        if (report.Failed.Count > 0)
            return Unreadable(report);
        var after = await database.ReadAsync(connection => FileRows.FindAsync(connection, id), cancellationToken);
        if (after is null)
            return TypedResults.Ok(new FileGone(await IsGoneAsync(database, file.BookId, cancellationToken)));
        IfMatch.Tag(response, after.Revision);
        return TypedResults.Ok(after);
    }

    private static Task<ResyncReport> RunAsync(
        IInlineResync resync,
        long itemId,
        long? fileId,
        ResyncRequest? request,
        IfMatch seen,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var target = new ResyncTarget(
            itemId,
            fileId,
            request?.Refresh == true ? ResyncMode.RefreshAll : ResyncMode.ScanForNew,
            request?.DryRun == true ? CatalogWrite.RollBack : CatalogWrite.Keep,
            caller.UserId
        )
        {
            Revision = seen.Revision,
        };
        return resync.RunAsync(target, cancellationToken);
    }

    private static ApiError Unreadable(ResyncReport report) =>
        ApiErrors.ParseFailed(string.Join(" ", report.Failed.Select(Sentence).Distinct(StringComparer.Ordinal)));

    private static string Sentence(FailedFile file)
    {
        if (file.Message.StartsWith(BookFile.FailedToParse, StringComparison.Ordinal))
            return file.Message;
        var format = Path.GetExtension(file.Filepath).TrimStart('.').ToUpperInvariant();
        return $"{BookFile.FailedToParse} {format}: {file.Message}";
    }

    private static async Task<bool> IsGoneAsync(IDatabase database, long bookId, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    "select count(*) from items where id = @bookId and missing_since is null",
                    new { bookId }
                ),
            cancellationToken
        ) == 0;
}
