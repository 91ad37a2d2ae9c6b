using System.Data.Common;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Catalog.Editing;

/// <summary>What is edited: an item, or one of its files.</summary>
public sealed record ItemTarget(long ItemId, long? FileId);

/// <summary>Where an item stands: enough to say whether the caller may touch it.</summary>
public sealed record ItemPlace(long ItemId, long? FileId, long LibraryId, string Kind, long Revision)
{
    private const string Columns = "i.library_id as LibraryId, i.kind, i.revision";

    public ItemTarget Target => new(ItemId, FileId);

    /// <summary>The same, or a refusal: at the address of a kind there are only items of that kind.</summary>
    public ItemPlace OfKind(string kind) => Kind == kind ? this : throw ApiErrors.NotFound().AsException();

    /// <summary>The item, or a refusal: not there (or in the trash), or in a library that the caller may not see.</summary>
    public static async Task<ItemPlace> OfItemAsync(DbConnection connection, long itemId, Caller caller) =>
        Checked(
            await connection.QuerySingleOrDefaultAsync<Row>(
                $"""
                select i.id as ItemId, {Columns} from items i join libraries l on l.id = i.library_id
                where i.id = @itemId and i.missing_since is null and l.deleted_at is null
                """,
                new { itemId }
            ),
            fileId: null,
            caller
        );

    /// <summary>An item that a body names: an id that does not exist is a wrong body, not an address where nothing is.</summary>
    public static async Task<ItemPlace> OfNamedAsync(DbConnection connection, long itemId, string field, Caller caller)
    {
        try
        {
            return await OfItemAsync(connection, itemId, caller);
        }
        catch (ApiErrorException refusal) when (refusal.Error.Status == StatusCodes.Status404NotFound)
        {
            throw ApiErrors.Validation(field, $"There is no item {itemId}.").AsException();
        }
    }

    /// <summary>The same of a file.</summary>
    public static async Task<ItemPlace> OfFileAsync(DbConnection connection, long fileId, Caller caller) =>
        Checked(
            await connection.QueryFirstOrDefaultAsync<Row>(
                $"""
                select i.id as ItemId, {Columns} from files f join item_files p on p.file_id = f.id join items i on i.id = p.item_id
                    join libraries l on l.id = i.library_id
                where f.id = @fileId and f.missing_since is null and i.missing_since is null and l.deleted_at is null
                order by i.id
                """,
                new { fileId }
            ),
            fileId,
            caller
        );

    private static ItemPlace Checked(Row? row, long? fileId, Caller caller)
    {
        if (row is null)
            throw ApiErrors.NotFound().AsException();
        if (caller.LibraryRefusal(row.LibraryId) is { } refusal)
            throw refusal.AsException();
        return new ItemPlace(row.ItemId, fileId, row.LibraryId, row.Kind, row.Revision);
    }

    private sealed record Row(long ItemId, long LibraryId, string Kind, long Revision);
}
