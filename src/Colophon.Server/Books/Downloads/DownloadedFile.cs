using System.Data.Common;
using Colophon.Server.Metadata;
using Dapper;

namespace Colophon.Server.Books.Downloads;

/// <summary>A file as somebody who wants to have it needs it.</summary>
internal sealed record DownloadedFile(
    long LibraryId,
    string Root,
    string RelativePath,
    string Name,
    string Format,
    long? MissingSince,
    string FileMetadata,
    string FileSources,
    string ItemMetadata,
    string ItemSources,
    string? CoverPath,
    long? CoverSize,
    long CoverIsOwn
)
{
    public string Path => $"{Root.TrimEnd('/')}/{RelativePath}";

    public static Task<DownloadedFile?> FindAsync(DbConnection connection, long fileId) =>
        connection.QuerySingleOrDefaultAsync<DownloadedFile>(
            """
            select f.library_id as LibraryId, r.path as Root, f.relative_path as RelativePath, f.name, f.format,
                f.missing_since as MissingSince, f.metadata as FileMetadata, f.sources as FileSources,
                i.metadata as ItemMetadata, i.sources as ItemSources, a.cache_path as CoverPath, a.size as CoverSize,
                cast(case when a.source = 'embedded' and a.file_id = f.id then 1 else 0 end as bigint) as CoverIsOwn
            from files f join library_roots r on r.id = f.root_id join item_files x on x.file_id = f.id
                join items i on i.id = x.item_id join libraries l on l.id = f.library_id
                left join assets a on a.id = coalesce(i.cover_asset_id, f.cover_asset_id)
            where f.id = @fileId and i.kind = 'book' and l.deleted_at is null
            """,
            new { fileId }
        );

    /// <summary>What is shown of the book.</summary>
    public Merged Book => Merged.Parse(ItemMetadata, ItemSources);

    /// <summary>What is shown of this file of it.</summary>
    public Merged Own => Merged.Parse(FileMetadata, FileSources);
}
