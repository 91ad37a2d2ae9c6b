using Colophon.Formats;
using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Colophon.Server.Books.Downloads;

/// <summary>
/// Gives a file out: as it lies there, or a copy that carries what the catalog shows. The source is only ever read; its real
/// path is checked when it is open, before a byte is served.
/// </summary>
internal sealed class DownloadFile(
    IDatabase database,
    CacheStore covers,
    IEnumerable<IMetadataCopy> copies,
    ServerOptions options
)
{
    private const int LargestCover = 50 * 1024 * 1024;

    public static Task<Results<FileStreamHttpResult, ApiError>> HandleAsync(
        long id,
        string? inline,
        string? with_metadata,
        Caller caller,
        DownloadFile download,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        response.Headers.CacheControl = "private, no-cache";
        return download.RunAsync(id, IsSet(inline), IsSet(with_metadata), caller, cancellationToken);
    }

    private static bool IsSet(string? flag) => flag is "1" or "true";

    private async Task<Results<FileStreamHttpResult, ApiError>> RunAsync(
        long id,
        bool isInline,
        bool withMetadata,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var file = await database.ReadAsync(connection => DownloadedFile.FindAsync(connection, id), cancellationToken);
        if (file is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(file.LibraryId) is { } refusal)
            return refusal;
        var maker = withMetadata ? copies.FirstOrDefault(copy => copy.Formats.Contains(file.Format)) : null;
        if (withMetadata && maker is null)
            return ApiErrors.Validation("with_metadata", NoCopy(file));
        var roots = await database.ReadAsync(
            connection =>
                connection.QueryAsync<string>(
                    "select path from library_roots where library_id = @library",
                    new { library = file.LibraryId }
                ),
            cancellationToken
        );
        if (OpenedFile.Inside(roots, file.Path) is not { } opened)
            return ApiErrors.NotFound("The file is not on the disk any more, or may not be read.");
        return maker is null ? Original(file, opened, isInline) : Copy(maker, file, opened, cancellationToken);
    }

    private string NoCopy(DownloadedFile file)
    {
        var formats = copies.SelectMany(copy => copy.Formats).Order(StringComparer.Ordinal);
        return $"A copy with metadata can be made of these formats: {string.Join(", ", formats)}; this is a file of format {file.Format}.";
    }

    private static FileStreamHttpResult Original(DownloadedFile file, OpenedFile opened, bool isInline) =>
        TypedResults.File(
            new FileStream(opened.Handle, FileAccess.Read, bufferSize: 0),
            MediaTypes.Of(file.Format),
            isInline && MediaTypes.MayBeShown(file.Format) ? null : file.Name,
            opened.ModifiedAt,
            new EntityTagHeaderValue($"\"{opened.Tag}\""),
            enableRangeProcessing: true
        );

    private Results<FileStreamHttpResult, ApiError> Copy(
        IMetadataCopy maker,
        DownloadedFile file,
        OpenedFile opened,
        CancellationToken cancellationToken
    )
    {
        using (opened)
        {
            var copy = TemporaryFile.Open(options.TemporaryFolder);
            try
            {
                var failure = maker.Write(opened.Handle, copy, file, CoverOf(file), cancellationToken);
                if (failure is null)
                {
                    copy.Position = 0;
                    return TypedResults.File(copy, MediaTypes.Of(file.Format), file.Name);
                }
                copy.Dispose();
                return Refused(file, failure);
            }
            catch
            {
                copy.Dispose();
                throw;
            }
        }
    }

    private static ApiError Refused(DownloadedFile file, Finding failure) =>
        ApiErrors.ParseFailed($"Failed to parse {file.Format.ToUpperInvariant()}: {failure.Message}");

    /// <summary>Null when the shown cover is the one inside the file, or there is none.</summary>
    private ShownCover? CoverOf(DownloadedFile file)
    {
        if (file is not { CoverIsOwn: 0, CoverPath: { } path, CoverSize: > 0 and <= LargestCover })
            return null;
        using var handle = covers.Open(path, file.CoverSize.Value);
        if (handle is null)
            return null;
        var content = new byte[file.CoverSize.Value];
        var length = RandomAccess.Read(handle, content, 0);
        return length == content.Length ? new ShownCover(content, Path.GetExtension(path)) : null;
    }
}
