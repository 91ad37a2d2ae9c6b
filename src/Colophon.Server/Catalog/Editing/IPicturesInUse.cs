using Colophon.Jobs;

namespace Colophon.Server.Catalog.Editing;

/// <summary>Which pictures an item uses now: what a lock of their type holds.</summary>
public interface IPicturesInUse
{
    IReadOnlyList<long> Of(Commit commit, long itemId, string type);
}
