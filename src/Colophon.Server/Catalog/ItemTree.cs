using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>Containers and what lies in them, as SQL.</summary>
internal static class ItemTree
{
    /// <summary>Begins a statement: <c>inside</c> has the id of the item <c>@id</c> and of all that lies in it.</summary>
    public const string With = """
        with recursive inside (id) as (
            select id from items where id = @id
            union all select i.id from items i join inside on i.parent_id = inside.id)
        """;

    /// <summary>The greatest that <see cref="InnermostFirst"/> gives.</summary>
    public const int OutermostRank = 2;

    /// <summary>Orders items so that what lies in a container comes before it.</summary>
    public const string InnermostFirst = $"""
        case i.kind when '{ItemKinds.Show}' then 2 when '{ItemKinds.Artist}' then 2
            when '{ItemKinds.Season}' then 1 when '{ItemKinds.Album}' then 1 else 0 end
        """;

    /// <summary>The item and all that lies in it, the innermost first.</summary>
    public static List<long> Inside(Commit commit, long itemId) =>
        commit.Query(
            $"{With} select i.id from items i join inside on inside.id = i.id order by {InnermostFirst}, i.id",
            row => row.GetInt64(0),
            itemId
        );
}
