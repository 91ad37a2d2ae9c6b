using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;
using Colophon.Server.Publishing.Journal;
using Dapper;

namespace Colophon.Server.Publishing;

/// <summary>
/// Lets go what nobody takes back any more: runs that ended long ago, then the contents that no run is left to refer to. Runs lead,
/// so a content goes only after the commit that forgot it.
/// </summary>
internal sealed class PublishRetention(IDatabase database, ReplacedFiles replaced)
{
    private const int RunsAtOnce = 50;
    private const int HashesAtOnce = 500;

    /// <param name="before">Runs that ended before this go.</param>
    public async Task PruneAsync(
        JobContext<LibraryJobData> context,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        foreach (var runs in (await ExpiredAsync(before, cancellationToken)).Chunk(RunsAtOnce))
        {
            context.Record(new RunsExpired(runs));
            await context.CheckpointAsync(0, cancellationToken);
        }
        foreach (var paths in replaced.Settled())
            await SweepAsync(paths, cancellationToken);
    }

    /// <summary>What a crash left open is closed by the library's next run, and waits for that.</summary>
    private Task<IEnumerable<long>> ExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                connection.QueryAsync<long>(
                    """
                    select id from publish_runs r where expired_at is null and coalesce(ended_at, started_at) < @before
                        and not exists (select 1 from publish_changes c where c.run_id = r.id and c.state = @open)
                        and not exists (select 1 from jobs j where j.id = r.id and j.status < 2)
                    order by id
                    """,
                    new { before = before.ToUnixTimeMilliseconds(), open = (long)PublishState.Intended }
                ),
            cancellationToken
        );

    private async Task SweepAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (var some in paths.Chunk(HashesAtOnce))
        {
            var referred = await ReferredAsync([.. some.Select(path => Path.GetFileName(path))], cancellationToken);
            foreach (var path in some.Where(path => !referred.Contains(Path.GetFileName(path))))
                Discard(path);
        }
    }

    private Task<HashSet<string>> ReferredAsync(string[] hashes, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<string>(
                        "select distinct before_sha256 from publish_changes where before_sha256 in @hashes",
                        new { hashes }
                    )
                ).ToHashSet(StringComparer.Ordinal),
            cancellationToken
        );

    private static void Discard(string path)
    {
        try
        {
            UnfinishedFile.Discard(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What the disk refuses today is tried again tomorrow.
        }
    }
}
