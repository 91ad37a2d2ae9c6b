using System.Data.Common;
using System.Globalization;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Catalog.Lists;

/// <summary>The libraries a list is of, and the state they are in: as long as that stands, so do totals.</summary>
public sealed record ListedLibraries(IReadOnlyList<long> Ids, string State)
{
    /// <summary>Throws <c>library_forbidden</c> for a library the caller may not see; of one that is gone the list is empty.</summary>
    public static async Task<ListedLibraries> FindAsync(DbConnection connection, Caller caller, long? libraryId)
    {
        if (libraryId is { } wanted && caller.LibraryRefusal(wanted) is { } refusal)
            throw refusal.AsException();
        var rows = (
            await connection.QueryAsync<Row>(
                """
                select l.id, coalesce(v.version, 0) as version
                from libraries l left join library_versions v on v.library_id = l.id
                where l.deleted_at is null order by l.id
                """
            )
        ).Where(row => libraryId is null ? caller.Sees(row.Id) : row.Id == libraryId).ToList();
        return new(
            [.. rows.Select(row => row.Id)],
            string.Join(' ', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Id}:{row.Version}")))
        );
    }

    // Properties, not a constructor: SQLite gives a computed column of no rows no type.
    private sealed record Row
    {
        public long Id { get; init; }

        public long Version { get; init; }
    }
}
