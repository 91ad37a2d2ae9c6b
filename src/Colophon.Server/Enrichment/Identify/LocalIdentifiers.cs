using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment.Identify;

/// <summary>
/// Identifiers that a person, the files or their names tell, merged as if no provider had spoken: what a provider says of itself is no
/// proof that it speaks of the right thing.
/// </summary>
internal static class LocalIdentifiers
{
    /// <param name="fileId">Whose they are; null: the item's own.</param>
    /// <param name="shown">Of that file or item.</param>
    public static IReadOnlyList<Identifier> Of(
        DbConnection connection,
        long itemId,
        long? fileId,
        string kind,
        Merged shown
    )
    {
        if (!shown.Sources.TryGetValue(Fields.Identifiers, out var source) || !Sources.IsProvider(source))
            return EnrichedItem.IdentifiersOf(shown);
        var level = fileId is null ? FieldLevel.Item : FieldLevel.File;
        var local = MetadataMerge.Merge(
            kind,
            level,
            EvidenceOf(connection, itemId, fileId),
            LocksOf(connection, itemId, fileId),
            ProviderOrder.None
        );
        return EnrichedItem.IdentifiersOf(local);
    }

    private static List<Evidence> EvidenceOf(DbConnection connection, long itemId, long? fileId) =>
        connection.Rows(
            $"""
            select e.source, e.origin, e.file_id, e.document, f.format, f.relative_path, l.role, l.position, l.assigned_by
            from evidence e left join files f on f.id = e.file_id
                left join item_files l on l.file_id = e.file_id and l.item_id = e.item_id
            where e.item_id = @item and (@file = 0 or e.file_id = @file)
                and e.source in ('{Sources.Manual}', '{Sources.Sidecar}', '{Sources.Embedded}', '{Sources.Path}')
            order by e.id
            """,
            row => new Evidence(
                row.GetString(0),
                row.GetString(1),
                row.LongOrNull(2),
                EvidenceDocument.Parse(row.GetString(3)),
                row.IsDBNull(6)
                    ? EvidenceRank.OfItem
                    : FilePlace.From(row, first: 6).RankOf(row.GetString(4), row.GetString(5)),
                default
            ),
            itemId,
            fileId ?? 0
        );

    private static IReadOnlyDictionary<string, FieldLock> LocksOf(DbConnection connection, long itemId, long? fileId) =>
        FieldLocks.Parse(
            connection.Rows(
                fileId is null ? "select locks from items where id = @id" : "select locks from files where id = @id",
                row => row.GetString(0),
                fileId ?? itemId
            )[0]
        );
}
