using System.Data.Common;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>What a person locked of an item: fields and types of pictures alike.</summary>
internal static class ItemLocks
{
    public static IReadOnlySet<string> Of(DbConnection connection, long itemId) =>
        connection
            .Rows("select locks from items where id = @id", row => FieldLocks.Parse(row.GetString(0)), itemId)
            .SelectMany(locks => locks.Keys)
            .ToHashSet(StringComparer.Ordinal);
}
