using System.Data.Common;
using System.Text.Json;
using Colophon.Server.Metadata.Input;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Items;

/// <summary>An item with all there is to say about it.</summary>
public interface IItemDetail
{
    long LibraryId { get; }

    /// <summary>Its tag.</summary>
    long Revision { get; }

    /// <summary>The same, as the answer to whoever had it read again.</summary>
    object Resynced(ResyncReport report);
}

/// <summary>What the calls that every kind of item has need to know of a kind.</summary>
public interface IItemKind<TDetail>
    where TDetail : class, IItemDetail
{
    /// <summary>One of <see cref="Catalog.ItemKinds"/>.</summary>
    static abstract string Kind { get; }

    /// <summary>Null when it is not there or waits in the trash.</summary>
    static abstract Task<TDetail?> FindAsync(DbConnection connection, long id);
}

/// <summary>Body of a PATCH: each field sent becomes a person's word, null clears, absent is untouched.</summary>
public interface IItemEdit<TSelf> : IFieldEdit<TSelf>
    where TSelf : IItemEdit<TSelf>
{
    JsonElement Fields { get; }
}
