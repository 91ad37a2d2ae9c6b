using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog.Names;

/// <summary>A person, series or term as it stands in its table.</summary>
internal sealed record NameRow(
    long Id,
    long LibraryId,
    string? Type,
    string Name,
    string NameKey,
    string? SortName,
    long Edited
)
{
    public static NameRow From(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.TextOrNull(2),
            row.GetString(3),
            row.GetString(4),
            row.TextOrNull(5),
            row.GetInt64(6)
        );

    public static NameRow? Find(Commit commit, NameKind kind, long id) =>
        commit.Query($"select {kind.Columns} from {kind.Table} where id = @id", From, id).FirstOrDefault();

    /// <summary>Whoever of the same library and type has a key, as its name or as an alias.</summary>
    public long? Owner(Commit commit, NameKind kind, string key)
    {
        object?[] values = kind.HasType ? [LibraryId, Type, key] : [LibraryId, key];
        var where = $"library_id = @library and {kind.OfType}name_key = @key";
        return commit.Number($"select id from {kind.Table} where {where}", values)
            ?? commit.Number($"select {kind.Reference} from {kind.Aliases} where {where}", values);
    }
}
