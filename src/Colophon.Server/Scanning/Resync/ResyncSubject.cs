using System.Data.Common;
using Colophon.Server.Catalog;
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
    /// <summary>Of a container: the units that speak of it, or of a container in it, be it without a file.</summary>
    public IReadOnlyList<SubjectUnit> Units { get; init; } = [];

    /// <summary>Null when the item (or the file) is not there, or waits in the trash.</summary>
    public static async Task<ResyncSubject?> LoadAsync(DbConnection connection, ResyncTarget target)
    {
        var item = await connection.QuerySingleOrDefaultAsync<(long LibraryId, long Revision, string Kind)?>(
            "select library_id, revision, kind from items where id = @item and missing_since is null",
            new { item = target.ItemId }
        );
        if (item is not { } found || await Library.FindAsync(connection, found.LibraryId) is not { } library)
            return null;
        var files = (
            await connection.QueryAsync<SubjectFile>(
                $"""
                {ItemTree.With}
                select f.id as FileId, f.root_id as RootId, f.relative_path as RelativePath from item_files l
                join files f on f.id = l.file_id
                where l.item_id in (select id from inside) and f.missing_since is null and (@file is null or f.id = @file)
                order by f.id
                """,
                new { id = target.ItemId, file = target.FileId }
            )
        ).AsList();
        if (target.FileId is not null && files.Count == 0)
            return null;
        var units = ItemKinds.IsContainer(found.Kind) ? await UnitsAsync(connection, target.ItemId) : [];
        var known = new Dictionary<long, long>();
        foreach (var root in files.Select(file => file.RootId).Concat(units.Select(unit => unit.RootId)).Distinct())
            known[root] = await KnownUnderAsync(connection, root);
        return new ResyncSubject(library, found.Revision, files, known) { Units = units };
    }

    private static async Task<IReadOnlyList<SubjectUnit>> UnitsAsync(DbConnection connection, long itemId) =>
        (
            await connection.QueryAsync<SubjectUnit>(
                $"""
                {ItemTree.With}
                select distinct u.root_id as RootId, u.relative_path as RelativePath from units u join evidence e on e.unit_id = u.id
                where e.item_id in (select id from inside) and e.file_id is null
                """,
                new { id = itemId }
            )
        ).AsList();

    /// <summary>Whether there is one file or more matters, not how many.</summary>
    private static Task<long> KnownUnderAsync(DbConnection connection, long root) =>
        connection.ExecuteScalarAsync<long>(
            "select count(*) from (select 1 from files where root_id = @root and missing_since is null limit 2) as known",
            new { root }
        );
}

internal sealed record SubjectFile(long FileId, long RootId, string RelativePath);

internal sealed record SubjectUnit(long RootId, string RelativePath);
