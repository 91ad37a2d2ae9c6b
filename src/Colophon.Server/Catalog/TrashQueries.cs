using System.Data.Common;
using Dapper;

namespace Colophon.Server.Catalog;

/// <summary>Looks into the trash.</summary>
public static class TrashQueries
{
    /// <summary>
    /// What a person sees of the trash: items, and containers that somebody deleted, then without what lies in them. A container that
    /// has nothing in it any more is not listed: it comes back with its first item.
    /// </summary>
    public const string Listed = $"""
        i.missing_since is not null
        and (not i.{ItemKinds.ContainerSql} or i.deleted_by is not null or i.excluded = 1)
        and not exists (select 1 from items p where p.id = i.parent_id and p.missing_since is not null
                        and (p.deleted_by is not null or p.excluded = 1))
        """;

    /// <summary>Items and single files that have waited in a library's trash since before a time. Excluded ones stay.</summary>
    public static async Task<TrashPurged> BeforeAsync(DbConnection connection, long libraryId, DateTimeOffset before)
    {
        var parameters = new { library = libraryId, before = before.ToUnixTimeMilliseconds() };
        var items = await connection.QueryAsync<long>(
            $"""
            select i.id from items i
            where i.library_id = @library and i.missing_since is not null and i.missing_since <= @before and i.excluded = 0
            order by {ItemTree.InnermostFirst}, i.id
            """,
            parameters
        );
        var files = await connection.QueryAsync<long>(
            """
            select f.id from files f join item_files l on l.file_id = f.id join items i on i.id = l.item_id
            where f.library_id = @library and f.missing_since is not null and f.missing_since <= @before and i.missing_since is null
            order by f.id
            """,
            parameters
        );
        return new TrashPurged(items.AsList(), files.AsList());
    }
}
