namespace Colophon.Server.Catalog;

/// <summary>
/// The container of an item as the item's unit sees it. Whoever comes first makes it: units may be stored in any order, and
/// each says of it only what it knows.
/// </summary>
/// <param name="IdentityKey">Unique among those of its kind in its own container.</param>
/// <param name="Parent">What it lies in itself; null at the top.</param>
public sealed record ContainerRead(string Kind, string IdentityKey, ContainerRead? Parent)
{
    /// <summary>What the unit says of it, at most one document a source; the unit is the origin.</summary>
    public IReadOnlyList<DocumentRead> Offers { get; init; } = [];
}
