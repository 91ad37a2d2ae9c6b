using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>The rows that a group of readings touches, as they stand in the transaction.</summary>
internal sealed record UnitRow(long Id, long RootId, string RelativePath, long Revision);

internal sealed record FileRow(
    long Id,
    long UnitId,
    long RootId,
    string RelativePath,
    string Name,
    string Format,
    long Size,
    long? QuickHash,
    string Metadata,
    string Sources,
    string Locks,
    double? Duration,
    long? MissingSince
)
{
    public const string Columns =
        "id, unit_id, root_id, relative_path, name, format, size, quick_hash, metadata, sources, locks, duration, missing_since";

    public static FileRow From(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetInt64(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetInt64(6),
            row.LongOrNull(7),
            row.GetString(8),
            row.GetString(9),
            row.GetString(10),
            row.DoubleOrNull(11),
            row.LongOrNull(12)
        );
}

internal sealed record ItemRow(
    long Id,
    long LibraryId,
    string Kind,
    string IdentityKey,
    long? ParentId,
    long? UnitId,
    string Metadata,
    string Sources,
    string Locks,
    double? Duration,
    long? MissingSince,
    long Excluded,
    string Findings
)
{
    public const string Columns =
        "id, library_id, kind, identity_key, parent_id, unit_id, metadata, sources, locks, duration, missing_since, excluded, findings";

    public static ItemRow From(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetString(2),
            row.GetString(3),
            row.LongOrNull(4),
            row.LongOrNull(5),
            row.GetString(6),
            row.GetString(7),
            row.GetString(8),
            row.DoubleOrNull(9),
            row.LongOrNull(10),
            row.GetInt64(11),
            row.GetString(12)
        );
}

internal sealed record ItemFileRow(long ItemId, long FileId, FilePlace Place);

internal sealed record EvidenceRow(
    long Id,
    long ItemId,
    long? FileId,
    string Source,
    string Origin,
    long? UnitId,
    string Document
);

/// <summary>Loads rows by key, one query a table and chunk.</summary>
internal static class CatalogLoad
{
    public static List<UnitRow> Units(Commit commit, long rootId, IReadOnlyCollection<object> paths) =>
        commit.QueryIn(
            $"select id, root_id, relative_path, revision from units where root_id = @root and relative_path in (@keys) order by id{commit.ForUpdate}",
            row => new UnitRow(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3)),
            paths,
            rootId
        );

    public static List<FileRow> FilesByPath(Commit commit, long rootId, IReadOnlyCollection<object> paths) =>
        commit.QueryIn(
            $"select {FileRow.Columns} from files where root_id = @root and relative_path in (@keys)",
            FileRow.From,
            paths,
            rootId
        );

    public static List<FileRow> FilesById(Commit commit, IReadOnlyCollection<object> ids) =>
        commit.QueryIn($"select {FileRow.Columns} from files where id in (@keys)", FileRow.From, ids);

    public static List<ItemRow> ItemsById(Commit commit, IReadOnlyCollection<object> ids) =>
        commit.QueryIn(
            $"select {ItemRow.Columns} from items where id in (@keys) order by id{commit.ForUpdate}",
            ItemRow.From,
            ids
        );

    /// <param name="parentId">0 at the top.</param>
    public static List<ItemRow> ItemsByIdentity(
        Commit commit,
        long libraryId,
        string kind,
        long parentId,
        IReadOnlyCollection<object> keys
    ) =>
        commit.QueryIn(
            $"""
            select {ItemRow.Columns} from items
            where library_id = @library and kind = @kind and coalesce(parent_id, 0) = @parent and identity_key in (@keys)
            order by id{commit.ForUpdate}
            """,
            ItemRow.From,
            keys,
            libraryId,
            kind,
            parentId
        );

    public static List<ItemFileRow> LinksOfFiles(Commit commit, IReadOnlyCollection<object> fileIds) =>
        commit.QueryIn(
            "select item_id, file_id, role, position, assigned_by from item_files where file_id in (@keys)",
            Link,
            fileIds
        );

    public static List<ItemFileRow> LinksOfItems(Commit commit, IReadOnlyCollection<object> itemIds) =>
        commit.QueryIn(
            "select item_id, file_id, role, position, assigned_by from item_files where item_id in (@keys)",
            Link,
            itemIds
        );

    /// <summary>The items themselves and the containers they lie in.</summary>
    public static IEnumerable<long?> AroundItems(Commit commit, IReadOnlyList<long> itemIds) =>
        commit
            .QueryIn(
                "select parent_id from items where id in (@keys) and parent_id is not null",
                row => (long?)row.GetInt64(0),
                [.. itemIds.Cast<object>()]
            )
            .Concat(itemIds.Select(id => (long?)id));

    public static List<EvidenceRow> Evidence(Commit commit, IReadOnlyCollection<object> itemIds) =>
        commit.QueryIn(
            "select id, item_id, file_id, source, origin, unit_id, document from evidence where item_id in (@keys)",
            row => new EvidenceRow(
                row.GetInt64(0),
                row.GetInt64(1),
                row.LongOrNull(2),
                row.GetString(3),
                row.GetString(4),
                row.LongOrNull(5),
                row.GetString(6)
            ),
            itemIds
        );

    private static ItemFileRow Link(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), FilePlace.From(row, 2));
}
