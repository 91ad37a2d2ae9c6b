using System.Data.Common;
using Dapper;

namespace Colophon.Server.Catalog;

/// <summary>Looks into the trash.</summary>
public static class TrashQueries
{
    /// <summary>Items and single files that have waited in a library's trash since before a time. Excluded ones stay.</summary>
    public static async Task<TrashPurged> BeforeAsync(DbConnection connection, long libraryId, DateTimeOffset before)
    {
        var parameters = new { library = libraryId, before = before.ToUnixTimeMilliseconds() };
        var items = await connection.QueryAsync<long>(
            """
            select id from items where library_id = @library and missing_since is not null and missing_since <= @before and excluded = 0
            order by id
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
