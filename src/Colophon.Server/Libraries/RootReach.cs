using System.Collections.Concurrent;
using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Libraries;

/// <summary>A node that does not believe a root of a library leaves the library's jobs to nodes that do.</summary>
public sealed class RootReach(IDatabase database, TimeProvider clock) : IQueueReach
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A disk that does not answer holds one thread, however often it is asked about.
    private readonly ConcurrentDictionary<string, Task<RootVerdict>> looks = new(StringComparer.Ordinal);

    public async Task<IReadOnlySet<string>> DeclinedAsync(CancellationToken cancellationToken)
    {
        var roots = await database.ReadAsync(connection => Task.FromResult(Roots(connection)), cancellationToken);
        var declined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            if (!await IsBelievedAsync(root, cancellationToken))
                declined.Add(JobQueues.OfLibrary(root.LibraryId));
        }
        return declined;
    }

    private async Task<bool> IsBelievedAsync(Root root, CancellationToken cancellationToken)
    {
        var look = looks.GetOrAdd(root.Path, path => Task.Run(() => RootTrust.Judge(path, root.KnownFiles)));
        try
        {
            return (await look.WaitAsync(Patience, clock, cancellationToken)).Belief == RootBelief.Believed;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            if (look.IsCompleted)
                looks.TryRemove(root.Path, out _);
        }
    }

    /// <summary>With as many known files as the judgement asks for, and no more.</summary>
    private static List<Root> Roots(DbConnection connection) =>
        connection.Rows(
            """
            select r.library_id, r.path, (select count(*) from (
                select 1 from files f where f.root_id = r.id and f.missing_since is null limit 2) known)
            from library_roots r join libraries l on l.id = r.library_id where l.deleted_at is null
            """,
            row => new Root(row.GetInt64(0), row.GetString(1), row.GetInt64(2))
        );

    private sealed record Root(long LibraryId, string Path, long KnownFiles);
}
