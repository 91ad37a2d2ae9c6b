using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Publishing.Journal;

/// <summary>Changes with whatever is published of an item: its values, and which pictures are in use.</summary>
internal sealed record ItemStamp(long Revision, long Pictures)
{
    public const string Sql = """
        select i.revision, (select cast(coalesce(sum(a.updated_at + a.id * (a.selected + 2 * a.picked + 4 * a.rejected)), 0) as bigint)
            from assets a where a.item_id = i.id)
        from items i where i.id = @id
        """;

    public static ItemStamp Of(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1));
}

/// <summary>An item was published as it stood then: the job runs again when it stands otherwise by now.</summary>
internal sealed record ItemPublished(long ItemId, ItemStamp Stamp);

internal sealed class ItemPublishedApplier : IApplier<ItemPublished>
{
    public void Apply(IReadOnlyList<Applied<ItemPublished>> records, Commit commit)
    {
        foreach (var applied in records)
        {
            var now = commit.Query(ItemStamp.Sql, ItemStamp.Of, applied.Record.ItemId);
            if (now.Count == 1 && now[0] != applied.Record.Stamp)
                applied.Refuse?.Invoke();
        }
    }
}
