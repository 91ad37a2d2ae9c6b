using System.Data.Common;
using System.Text.Json;
using Colophon.Server.Platform.Data;
using Dapper;

namespace Colophon.Server.Export;

/// <summary>Reads books with all that belongs to them, a batch at a time, one query a table.</summary>
internal static class ExportedBooks
{
    private const string Wanted = """
        i.kind = 'book' and i.missing_since is null
          and i.library_id in (select id from libraries where deleted_at is null)
          and (@library is null or i.library_id = @library)
        """;

    public static long Count(DbConnection connection, long? library) =>
        connection.QuerySingle<long>($"select count(*) from items i where {Wanted}", new { library });

    public static IReadOnlyList<ExportedLibrary> Libraries(DbConnection connection, long? library) =>
        connection
            .Query<ExportedLibrary>(
                """
                select id, name, type from libraries
                where deleted_at is null and (@library is null or id = @library) order by id
                """,
                new { library }
            )
            .AsList();

    public static IReadOnlyList<ExportedBook> After(DbConnection connection, long? library, long lastId, int limit)
    {
        var rows = connection
            .Query<ItemRow>(
                $"""
                select i.id, i.library_id, i.title, i.language, i.release_date, i.metadata, i.locks, i.added_at,
                    a.cache_path as cover_path, a.size as cover_size
                from items i left join assets a on a.id = i.cover_asset_id where {Wanted} and i.id > @lastId order by i.id limit @limit
                """,
                new
                {
                    library,
                    lastId,
                    limit,
                }
            )
            .AsList();
        var ids = rows.Select(row => row.Id).ToList();
        var files = Files(connection, ids);
        var people = Of<CreditRow>(
            connection,
            ids,
            "name",
            """
            select ip.item_id, p.name, p.sort_name, ip.sort_name as credited_as, ip.role
            from item_people ip join people p on p.id = ip.person_id
            where ip.item_id in @ids and ip.file_id is null order by ip.item_id, ip.position
            """
        );
        var series = Of<ExportedSeries>(
            connection,
            ids,
            "name",
            """
            select x.item_id, s.name, x.number, x.number_end, x.unit from item_series x join series s on s.id = x.series_id
            where x.item_id in @ids order by x.item_id, x.position
            """
        );
        var terms = Of<ExportedTerm>(
            connection,
            ids,
            "type",
            """
            select x.item_id, t.type, t.name from item_terms x join terms t on t.id = x.term_id
            where x.item_id in @ids and x.file_id is null order by x.item_id, x.position
            """
        );
        return
        [
            .. rows.Select(row => new ExportedBook(
                row.Id,
                row.LibraryId,
                row.Title,
                row.Language,
                row.ReleaseDate,
                [.. people[row.Id].Select(credit => credit.Exported)],
                [.. series[row.Id]],
                [.. terms[row.Id]],
                [.. files[row.Id]],
                JsonSerializer.Deserialize<JsonElement>(row.Metadata),
                JsonSerializer.Deserialize<JsonElement>(row.Locks),
                UtcTime.From(row.AddedAt)
            )
            {
                Cover = row is { CoverPath: { } path, CoverSize: { } size } ? (path, size) : null,
            }),
        ];
    }

    private static ILookup<long, T> Of<T>(DbConnection connection, IReadOnlyList<long> ids, string split, string sql) =>
        connection
            .Query<long, T, (long Item, T Part)>(sql, (item, part) => (item, part), new { ids }, splitOn: split)
            .ToLookup(found => found.Item, found => found.Part);

    private static ILookup<long, ExportedFile> Files(DbConnection connection, IReadOnlyList<long> items)
    {
        var identifiers = connection
            .Query<IdentifierRow>(
                """
                select file_id, type, value from item_identifiers
                where item_id in @items and file_id is not null order by file_id, position
                """,
                new { items }
            )
            .ToLookup(row => row.FileId, row => new ExportedIdentifier(row.Type, row.Value));
        return connection
            .Query<FileRow>(
                """
                select x.item_id, f.id, r.path as root, f.relative_path, f.format, x.role, f.size, f.metadata
                from item_files x join files f on f.id = x.file_id join library_roots r on r.id = f.root_id
                where x.item_id in @items and f.missing_since is null order by x.item_id, x.position, f.id
                """,
                new { items }
            )
            .ToLookup(
                row => row.ItemId,
                row => new ExportedFile(
                    row.Id,
                    $"{row.Root.TrimEnd('/')}/{row.RelativePath}",
                    row.Format,
                    row.Role,
                    row.Size,
                    [.. identifiers[row.Id]],
                    JsonSerializer.Deserialize<JsonElement>(row.Metadata)
                )
            );
    }

    private sealed record ItemRow(
        long Id,
        long LibraryId,
        string Title,
        string? Language,
        string? ReleaseDate,
        string Metadata,
        string Locks,
        long AddedAt,
        string? CoverPath,
        long? CoverSize
    );

    private sealed record CreditRow(string Name, string SortName, string? CreditedAs, string Role)
    {
        public ExportedPerson Exported => new(Name, CreditedAs ?? SortName, Role);
    }

    private sealed record FileRow(
        long ItemId,
        long Id,
        string Root,
        string RelativePath,
        string Format,
        string Role,
        long Size,
        string Metadata
    );

    private sealed record IdentifierRow(long FileId, string Type, string Value);
}
