using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Editing;

/// <summary>An item's revision as it stands in the transaction.</summary>
internal static class CurrentRevision
{
    public static long Of(Commit commit, long itemId) =>
        commit.Number("select revision from items where id = @id and missing_since is null", itemId)
        ?? throw ApiErrors.NotFound().AsException();
}
