using System.Data.Common;
using Colophon.Server.Metadata;
using Dapper;

namespace Colophon.Server.Catalog.Shown;

/// <summary>What items of any kind are tied to, for the pages: one query a table, in order.</summary>
internal static class ItemParts
{
    /// <summary>Of an item in the trash all files are shown, of another one only those that are there.</summary>
    public const string ShownFiles = "(f.missing_since is null or i.missing_since is not null)";

    /// <summary>The items themselves, in any order.</summary>
    public static Task<IEnumerable<ShownItemRow>> ItemsAsync(
        DbConnection connection,
        IReadOnlyList<long> ids,
        string kind
    ) =>
        connection.QueryAsync<ShownItemRow>(
            """
            select i.id, i.library_id as LibraryId, i.kind, i.parent_id as ParentId, i.index_number as IndexNumber, i.findings, i.title, i.metadata, i.sources, i.locks, i.state, i.cover_asset_id as CoverAssetId,
                i.year, i.duration, i.missing_since as MissingSince, i.added_at as AddedAt, i.updated_at as UpdatedAt, i.revision
            from items i join libraries l on l.id = i.library_id
            where i.id in @ids and i.kind = @kind and l.deleted_at is null
            """,
            new { ids, kind }
        );

    public static async Task<ILookup<long, ShownPersonRow>> PeopleAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
        (
            await connection.QueryAsync<ShownPersonRow>(
                """
                select l.item_id as ItemId, l.person_id as PersonId, p.name, case when p.edited = 1 then p.sort_name else coalesce(l.sort_name, p.sort_name) end as SortName, l.role,
                    l.character, l.position
                from item_people l join people p on p.id = l.person_id
                where l.item_id in @ids and l.file_id is null order by l.item_id, l.position
                """,
                new { ids }
            )
        ).ToLookup(row => row.ItemId);

    /// <summary>The people an item is by, in order, for lists of any kind.</summary>
    public static async Task<ILookup<long, CreditShown>> AuthorsAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
        (await PeopleAsync(connection, ids))
            .SelectMany(people => people)
            .Where(person => person.IsAuthor)
            .ToLookup(person => person.ItemId, person => person.ToCredit());

    public static async Task<ILookup<long, SeriesShown>> SeriesAsync(
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
        ).ToLookup(row => row.ItemId, row => row.ToShown());

    public static async Task<ILookup<long, ShownTermRow>> TermsAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
        (
            await connection.QueryAsync<ShownTermRow>(
                """
                select l.item_id as ItemId, t.type, t.name from item_terms l join terms t on t.id = l.term_id
                where l.item_id in @ids and l.file_id is null order by l.item_id, l.position
                """,
                new { ids }
            )
        ).ToLookup(row => row.ItemId);

    public static async Task<ILookup<long, ItemFileShown>> FilesAsync(
        DbConnection connection,
        IReadOnlyList<long> ids
    ) =>
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
        ).ToLookup(row => row.ItemId, row => row.ToShown());

    public static IReadOnlyList<string> Named(this IEnumerable<ShownTermRow> terms, string type) =>
        [.. terms.Where(term => term.Type == type).Select(term => term.Name)];

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

    private sealed record FileRow
    {
        public long ItemId { get; init; }

        public long Id { get; init; }

        public string Path { get; init; } = "";

        public string Format { get; init; } = "";

        public string Role { get; init; } = "";

        public long Size { get; init; }

        public ItemFileShown ToShown() => new(Id, Path, Format, Role, Size);
    }
}

/// <summary>The columns that items of all kinds show.</summary>
internal sealed record ShownItemRow
{
    public long Id { get; init; }

    public long LibraryId { get; init; }

    public string Kind { get; init; } = "";

    public long? ParentId { get; init; }

    public double? IndexNumber { get; init; }

    public string Findings { get; init; } = "[]";

    public string Title { get; init; } = "";

    public string Metadata { get; init; } = "";

    public string Sources { get; init; } = "";

    public string Locks { get; init; } = "";

    public string State { get; init; } = "";

    public long? CoverAssetId { get; init; }

    public long? Year { get; init; }

    public double? Duration { get; init; }

    public long? MissingSince { get; init; }

    public long AddedAt { get; init; }

    public long UpdatedAt { get; init; }

    public long Revision { get; init; }

    public Merged Shown => Merged.Parse(Metadata, Sources);

    public IReadOnlyList<string> LockedFields => [.. FieldLocks.Parse(Locks).Keys];

    public string? CoverUrl => CoverAssetId is { } asset ? CoverAddress.Of(Id, asset, Revision) : null;
}

internal sealed record ShownPersonRow
{
    public long ItemId { get; init; }

    public long PersonId { get; init; }

    public string Name { get; init; } = "";

    public string SortName { get; init; } = "";

    public string Role { get; init; } = "";

    public string? Character { get; init; }

    public long Position { get; init; }

    public bool IsAuthor => Position < ItemLinks.ContributorsFrom;

    /// <summary>Of music: who is heard on it, and not who wrote it.</summary>
    public bool IsPerformer => Role is MusicRoles.Artist or MusicRoles.Featured;

    public RolePlayed ToRole() => new(PersonId, Name, Role, Character, Position);

    public CreditShown ToCredit() => new(PersonId, Name, SortName, Role);
}

internal sealed record ShownTermRow(long ItemId, string Type, string Name);

/// <summary>Roles of those who perform music. Persisted.</summary>
public static class MusicRoles
{
    public const string Artist = "artist";

    /// <summary>A guest.</summary>
    public const string Featured = "featured";
}
