namespace Colophon.Jobs;

/// <summary>Deletes ended jobs in chunks, so that no write waits behind a long transaction.</summary>
public static class Pruning
{
    private const int Chunk = 2_000;

    /// <summary>Deletes all ended jobs that <paramref name="filter"/> names, with their logs; how many there were.</summary>
    public static async Task<long> PruneAsync(
        this IDatabase database,
        PruneFilter filter,
        CancellationToken cancellationToken
    )
    {
        long deleted = 0;
        while (true)
        {
            var chunk = await database.WriteAsync(commit => commit.Prune(filter, Chunk), cancellationToken);
            deleted += chunk;
            if (chunk < Chunk)
                return deleted;
        }
    }
}
