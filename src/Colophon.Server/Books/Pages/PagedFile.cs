using Colophon.Jobs;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Pages;

/// <summary>A comic's file, open and known to lie in its library.</summary>
/// <param name="Version">Changes when the file does.</param>
internal sealed record PagedFile(long Id, string Format, SafeFileHandle Handle, string Version) : IDisposable
{
    private static readonly string[] Formats = ["cbz", "cbr", "cb7"];

    /// <summary>Checks first who asks, then opens, then where it really lies; a refusal instead of the file.</summary>
    public static async Task<(PagedFile? File, ApiError? Refusal)> OpenAsync(
        IDatabase database,
        long fileId,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    """
                    select f.library_id as LibraryId, r.path as Root, f.relative_path as Path, f.format
                    from files f join library_roots r on r.id = f.root_id join libraries l on l.id = f.library_id
                    where f.id = @fileId and l.deleted_at is null
                    """,
                    new { fileId }
                ),
            cancellationToken
        );
        if (row is null)
            return (null, ApiErrors.NotFound());
        if (caller.LibraryRefusal(row.LibraryId) is { } refusal)
            return (null, refusal);
        return Formats.Contains(row.Format) ? Open(fileId, row) : (null, ApiErrors.NotFound("This file has no pages."));
    }

    public void Dispose() => Handle.Dispose();

    private static (PagedFile? File, ApiError? Refusal) Open(long fileId, Row row)
    {
        try
        {
            var handle = RealPath.OpenInside([row.Root], $"{row.Root.TrimEnd('/')}/{row.Path}");
            return (new PagedFile(fileId, row.Format, handle, FileVersion.Of(handle)), null);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return (null, ApiErrors.NotFound("The file is not on the disk, or cannot be opened."));
        }
    }

    private sealed record Row(long LibraryId, string Root, string Path, string Format);
}
