using System.Data.Common;
using Colophon.Server.Libraries;
using Dapper;

namespace Colophon.Server.Scanning.Resync;

/// <summary>The item that is read again, as the catalog knows it.</summary>
internal sealed record ResyncSubject(
    Library Library,
    long Revision,
    IReadOnlyList<SubjectFile> Files,
    IReadOnlyDictionary<long, long> KnownFilesUnderRoot
)
{
    /// <summary>Null when the item (or the file) is not there, or waits in the trash.</summary>
    public static async Task<ResyncSubject?> LoadAsync(DbConnection connection, ResyncTarget target)
    {
        var item = await connection.QuerySingleOrDefaultAsync<(long LibraryId, long Revision)?>(
            "select library_id, revision from items where id = @item and missing_since is null",
            new { item = target.ItemId }
        );
        if (item is not { } found || await Library.FindAsync(connection, found.LibraryId) is not { } library)
            return null;
        var files = (
            await connection.QueryAsync<SubjectFile>(
                """
                select f.id as FileId, f.root_id as RootId, f.relative_path as RelativePath from item_files l
                join files f on f.id = l.file_id
                where l.item_id = @item and f.missing_since is null and (@file is null or f.id = @file) order by f.id
                """,
                new { item = target.ItemId, file = target.FileId }
            )
        ).AsList();
        if (target.FileId is not null && files.Count == 0)
            return null;
        var known = new Dictionary<long, long>();
        foreach (var root in files.Select(file => file.RootId).Distinct())
            known[root] = await KnownUnderAsync(connection, root);
        return new ResyncSubject(library, found.Revision, files, known);
    }

    /// <summary>Whether there is one file or more matters, not how many.</summary>
    private static Task<long> KnownUnderAsync(DbConnection connection, long root) =>
        connection.ExecuteScalarAsync<long>(
            "select count(*) from (select 1 from files where root_id = @root and missing_since is null limit 2) as known",
            new { root }
        );
}

internal sealed record SubjectFile(long FileId, long RootId, string RelativePath);
