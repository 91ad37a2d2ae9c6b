using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>A container is there as long as something in it is: shown with its first item, gone with its last.</summary>
internal static class ContainerPresence
{
    private const string Select = $"""
        select id, parent_id, library_id, kind, missing_since,
            case when exists (select 1 from items c where c.parent_id = items.id and c.missing_since is null)
                or exists (select 1 from item_files l join files f on f.id = l.file_id
                           where l.item_id = items.id and f.missing_since is null)
            then 1 else 0 end
        from items where id in (@keys) and excluded = 0 and {ItemKinds.ContainerSql} order by id
        """;

    /// <summary>Looks at containers whose items came or went, and at those around them.</summary>
    /// <param name="itemIds">Null, and items that are no containers, are passed over.</param>
    /// <returns>Those that came or went by it.</returns>
    public static IReadOnlyList<ItemEdited> Settle(Commit commit, IEnumerable<long?> itemIds)
    {
        var settled = new List<ItemEdited>();
        object[] touched = [.. itemIds.OfType<long>().Where(id => id > 0).Distinct().Order()];
        while (touched.Length > 0)
        {
            var containers = commit.QueryIn(
                Select,
                row => new Container(
                    row.GetInt64(0),
                    row.LongOrNull(1),
                    row.GetInt64(2),
                    row.GetString(3),
                    IsThere: row.LongOrNull(4) is null,
                    HoldsSomething: row.GetInt64(5) != 0
                ),
                touched
            );
            var changed = containers.Where(container => container.IsThere != container.HoldsSomething).ToList();
            settled.AddRange(changed.Select(container => Write(commit, container)));
            touched =
            [
                .. changed.Select(container => container.ParentId).OfType<long>().Distinct().Order().Cast<object>(),
            ];
        }
        return settled;
    }

    private static ItemEdited Write(Commit commit, Container container)
    {
        commit.Run(
            """
            update items set missing_since = @missing, deleted_by = null, revision = revision + 1, updated_at = @now where id = @id
            """,
            container.HoldsSomething ? null : commit.Millis(),
            commit.Millis(),
            container.Id
        );
        return new ItemEdited(
            new LibraryId(container.LibraryId),
            new ItemId(container.Id),
            container.Kind,
            container.HoldsSomething ? ItemTouch.Added : ItemTouch.Missing
        );
    }

    private sealed record Container(
        long Id,
        long? ParentId,
        long LibraryId,
        string Kind,
        bool IsThere,
        bool HoldsSomething
    );
}
