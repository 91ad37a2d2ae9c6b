using System.Data.Common;

namespace Colophon.Server.Catalog;

/// <summary>Tells what pages say of a provider that is being asked.</summary>
public interface IProviderPaces
{
    /// <summary>Null for one that nobody knows.</summary>
    ProviderPace? Of(DbConnection connection, DbTransaction? transaction, string provider);
}

/// <summary>A provider's name for people, and how often it is asked at most.</summary>
/// <param name="Requests">Null: without a limit.</param>
public sealed record ProviderPace(string Title, long? Requests, long? Seconds);
