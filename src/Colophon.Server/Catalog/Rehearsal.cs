using Colophon.Jobs;

namespace Colophon.Server.Catalog;

/// <summary>A dry run does the real thing and takes it back, so that it can tell nothing but the truth.</summary>
internal static class Rehearsal
{
    private const string Name = "dry_run";

    public static void Run(Commit commit, CatalogWrite write, Action work)
    {
        if (write == CatalogWrite.Keep)
        {
            work();
            return;
        }
        commit.Run($"savepoint {Name}");
        work();
        commit.Run($"rollback to savepoint {Name}");
        commit.Run($"release savepoint {Name}");
    }
}
