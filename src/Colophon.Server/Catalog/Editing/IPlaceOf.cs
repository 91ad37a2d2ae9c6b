using System.Data.Common;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Editing;

/// <summary>What the id in an address names. Handlers that serve items and files alike take one of the two as type argument.</summary>
internal interface IPlaceOf
{
    /// <summary>The place, or an <see cref="ApiErrorException"/>: not there, or in a library that the caller may not see.</summary>
    static abstract Task<ItemPlace> FindAsync(DbConnection connection, long id, Caller caller);
}

/// <summary>The id is an item's.</summary>
internal sealed class OfItem : IPlaceOf
{
    private OfItem() { }

    public static Task<ItemPlace> FindAsync(DbConnection connection, long id, Caller caller) =>
        ItemPlace.OfItemAsync(connection, id, caller);
}

/// <summary>The id is a file's.</summary>
internal sealed class OfFile : IPlaceOf
{
    private OfFile() { }

    public static Task<ItemPlace> FindAsync(DbConnection connection, long id, Caller caller) =>
        ItemPlace.OfFileAsync(connection, id, caller);
}
