using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Dapper;

namespace Colophon.Server.Books;

/// <summary>Reads books for the pages, one query a table.</summary>
internal static class BookRows
{
    // Contributors are stored after the authors by this much (Catalog/ItemLinks).
    private const int ContributorsFrom = 1000;

    /// <summary>Of a book in the trash all files are shown, of another one only those that are there.</summary>
    public const string ShownFiles = "(f.missing_since is null or i.missing_since is not null)";

    /// <summary>Null when it is not there or waits in the trash.</summary>
    public static async Task<BookDetail?> FindAsync(DbConnection connection, long id)
    {
        var found = await LoadAsync(connection, [id]);
        return found is [{ MissingSince: null } book]
            ? BookDetail.Of(book, await FileRows.OfBookAsync(connection, id))
            : null;
    }

    /// <summary>The books in the order of the ids.</summary>
    public static async Task<IReadOnlyList<BookShown>> LoadAsync(DbConnection connection, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var rows = await connection.QueryAsync<ItemRow>(
            """
            select i.id, i.library_id as LibraryId, i.title, i.metadata, i.sources, i.locks, i.state, i.cover_asset_id as CoverAssetId,
                i.missing_since as MissingSince, i.added_at as AddedAt, i.updated_at as UpdatedAt, i.revision
            from items i join libraries l on l.id = i.library_id
            where i.id in @ids and i.kind = 'book' and l.deleted_at is null
            """,
            new { ids }
        );
        var people = await PeopleAsync(connection, ids);
        var series = await SeriesRowsAsync(connection, ids);
        var terms = await TermsAsync(connection, ids);
        var files = await FilesAsync(connection, ids);
        var byId = rows.ToDictionary(row => row.Id);
        return
        [
            .. ids.Where(byId.ContainsKey)
                .Select(id => Shown(byId[id], [.. people[id]], [.. series[id]], [.. terms[id]], [.. files[id]])),
        ];
    }

    /// <summary>The people an item is by, in order, for lists of any kind.</summary>
    public static async Task<ILookup<long, CreditShown>> AuthorsAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
        (await PeopleAsync(connection, ids))
            .SelectMany(people => people)
            .Where(person => person.Position < ContributorsFrom)
            .ToLookup(person => person.ItemId, person => person.ToShown());

    public static async Task<ILookup<long, SeriesShown>> SeriesAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
        (await SeriesRowsAsync(connection, ids))
            .SelectMany(entries => entries)
            .ToLookup(entry => entry.ItemId, entry => entry.ToShown());

    private static BookShown Shown(
        ItemRow row,
        IReadOnlyList<PersonRow> people,
        IReadOnlyList<SeriesRow> series,
        IReadOnlyList<TermRow> terms,
        IReadOnlyList<FileRow> files
    )
    {
        var shown = Merged.Parse(row.Metadata, row.Sources);
        return new BookShown(
            row.Id,
            row.LibraryId,
            row.Title,
            shown.Text(Fields.SortTitle) ?? row.Title,
            shown.Text(Fields.Subtitle),
            shown.Text(Fields.Description),
            [.. people.Where(person => person.Position < ContributorsFrom).Select(person => person.ToShown())],
            [.. people.Where(person => person.Position >= ContributorsFrom).Select(person => person.ToShown())],
            [.. series.Select(entry => entry.ToShown())],
            [.. terms.Where(term => term.Type == TermTypes.Genre).Select(term => term.Name)],
            [.. terms.Where(term => term.Type == TermTypes.Tag).Select(term => term.Name)],
            [.. files.Select(file => new BookFileShown(file.Id, file.Path, file.Format, file.Role, file.Size))],
            CoverUrl(row.Id, row.CoverAssetId, row.Revision),
            shown.Sources,
            [.. FieldLocks.Parse(row.Locks).Keys],
            row.State,
            Time(row.MissingSince),
            Time(row.AddedAt)!.Value,
            Time(row.UpdatedAt)!.Value,
            row.Revision
        );
    }

    public static string? CoverUrl(long itemId, long? assetId, long revision) =>
        assetId is { } asset ? CoverAddress.Of(itemId, asset, revision) : null;

    public static DateTime? Time(long? millis) =>
        millis is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime : null;

    private static async Task<ILookup<long, PersonRow>> PeopleAsync(DbConnection connection, IReadOnlyList<long> ids) =>
        (
            await connection.QueryAsync<PersonRow>(
                """
                select l.item_id as ItemId, l.person_id as PersonId, p.name, case when p.edited = 1 then p.sort_name else coalesce(l.sort_name, p.sort_name) end as SortName, l.role,
                    l.position
                from item_people l join people p on p.id = l.person_id
                where l.item_id in @ids and l.file_id is null order by l.item_id, l.position
                """,
                new { ids }
            )
        ).ToLookup(row => row.ItemId);

    private static async Task<ILookup<long, SeriesRow>> SeriesRowsAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
        (
            await connection.QueryAsync<SeriesRow>(
                """
                select l.item_id as ItemId, l.series_id as SeriesId, s.name, l.number, l.number_end as NumberEnd, l.unit
                from item_series l join series s on s.id = l.series_id
                where l.item_id in @ids order by l.item_id, l.position
                """,
                new { ids }
            )
        ).ToLookup(row => row.ItemId);

    private static async Task<ILookup<long, TermRow>> TermsAsync(DbConnection connection, IReadOnlyList<long> ids) =>
        (
            await connection.QueryAsync<TermRow>(
                """
                select l.item_id as ItemId, t.type, t.name from item_terms l join terms t on t.id = l.term_id
                where l.item_id in @ids and l.file_id is null order by l.item_id, l.position
                """,
                new { ids }
            )
        ).ToLookup(row => row.ItemId);

    private static async Task<ILookup<long, FileRow>> FilesAsync(DbConnection connection, IReadOnlyList<long> ids) =>
        (
            await connection.QueryAsync<FileRow>(
                $"""
                select l.item_id as ItemId, f.id, r.path || '/' || f.relative_path as Path, f.format, l.role, f.size
                from item_files l join files f on f.id = l.file_id join library_roots r on r.id = f.root_id
                    join items i on i.id = l.item_id
                where l.item_id in @ids and {ShownFiles} order by l.item_id, l.position, f.relative_path
                """,
                new { ids }
            )
        ).ToLookup(row => row.ItemId);

    private sealed record ItemRow(
        long Id,
        long LibraryId,
        string Title,
        string Metadata,
        string Sources,
        string Locks,
        string State,
        long? CoverAssetId,
        long? MissingSince,
        long AddedAt,
        long UpdatedAt,
        long Revision
    );

    private sealed record PersonRow
    {
        public long ItemId { get; init; }

        public long PersonId { get; init; }

        public string Name { get; init; } = "";

        public string SortName { get; init; } = "";

        public string Role { get; init; } = "";

        public long Position { get; init; }

        public CreditShown ToShown() => new(PersonId, Name, SortName, Role);
    }

    private sealed record SeriesRow(
        long ItemId,
        long SeriesId,
        string Name,
        double? Number,
        double? NumberEnd,
        string? Unit
    )
    {
        public SeriesShown ToShown() => new(SeriesId, Name, Number, NumberEnd, Unit);
    }

    private sealed record TermRow(long ItemId, string Type, string Name);

    private sealed record FileRow
    {
        public long ItemId { get; init; }

        public long Id { get; init; }

        public string Path { get; init; } = "";

        public string Format { get; init; } = "";

        public string Role { get; init; } = "";

        public long Size { get; init; }
    }
}
