using Colophon.Jobs;
using Colophon.Server.Catalog;
using Dapper;

namespace Colophon.Server.Scanning;

/// <summary>A unit as the walk compares it with the disk.</summary>
public sealed record StoredUnit(
    long Id,
    string RelativePath,
    byte[] SortPath,
    long? Fingerprint,
    long Depth,
    long ReaderVersion
);

/// <summary>The stored units of a root in the order of the walk, a page at a time: memory does not grow with the library.</summary>
public sealed class UnitCursor(IDatabase database, long rootId, byte[] within, byte[]? after)
{
    private const int PageSize = 1000;

    private readonly Queue<StoredUnit> page = new();
    private byte[]? last = after;
    private bool isAtEnd;

    /// <summary>The next unit without taking it; null at the end.</summary>
    public async ValueTask<StoredUnit?> PeekAsync(CancellationToken cancellationToken)
    {
        if (page.Count == 0 && !isAtEnd)
            await FillAsync(cancellationToken);
        return page.Count == 0 ? null : page.Peek();
    }

    public void Take() => page.Dequeue();

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var from = last ?? [];
        var rows = await database.ReadAsync(
            connection =>
                connection.QueryAsync<StoredUnit>(
                    """
                    select id, relative_path as RelativePath, sort_path as SortPath, fingerprint, depth, reader_version as ReaderVersion
                    from units
                    where root_id = @rootId and sort_path >= @from and (@isFirst = 1 or sort_path > @from)
                    order by sort_path limit @limit
                    """,
                    new
                    {
                        rootId,
                        from = last is null ? within : from,
                        isFirst = last is null ? 1 : 0,
                        limit = PageSize,
                    }
                ),
            cancellationToken
        );
        var found = rows.AsList();
        foreach (var row in found.Where(row => SortPath.IsWithin(row.SortPath, within)))
            page.Enqueue(row);
        isAtEnd = found.Count < PageSize || page.Count < found.Count;
        if (found.Count > 0)
            last = found[^1].SortPath;
    }
}
