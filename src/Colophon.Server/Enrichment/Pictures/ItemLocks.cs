using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>What a person locked of an item: fields and types of pictures alike.</summary>
internal static class ItemLocks
{
    private const string Sql = "select locks from items where id = @id";

    public static IReadOnlySet<string> Of(DbConnection connection, long itemId) =>
        Names(connection.Rows(Sql, row => row.GetString(0), itemId));

    /// <summary>The same in a transaction.</summary>
    public static IReadOnlySet<string> Of(Commit commit, long itemId) =>
        Names(commit.Query(Sql, row => row.GetString(0), itemId));

    private static HashSet<string> Names(IEnumerable<string> locks) =>
        locks.SelectMany(one => FieldLocks.Parse(one).Keys).ToHashSet(StringComparer.Ordinal);
}
