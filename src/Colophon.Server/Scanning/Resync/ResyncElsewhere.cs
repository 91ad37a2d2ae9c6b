using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Scanning.Resync;

/// <summary>On a node that does no work: has a worker do it, ahead of all else, and waits for what it says.</summary>
public sealed class ResyncElsewhere(IDatabase database, TimeProvider clock) : IInlineResync
{
    /// <summary>How long a person waits for a worker.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public async Task<ResyncReport> RunAsync(ResyncTarget target, CancellationToken cancellationToken)
    {
        var job =
            await database.WriteAsync(commit => Queue(commit, target), cancellationToken)
            ?? throw ApiErrors.NotFound().AsException();
        var answer = await WaitAsync(job, cancellationToken);
        return answer.ToReport(target.ItemId);
    }

    private static long? Queue(Commit commit, ResyncTarget target) =>
        commit.Number("select library_id from items where id = @id", target.ItemId) is { } library
            ? commit.Insert([
                JobRequest.For(JobTypes.ResyncItem, JobQueues.OfLibrary(library), target) with
                {
                    LibraryId = library,
                },
            ])[0]
            : null;

    private async Task<ResyncAnswer> WaitAsync(long job, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Patience;
        using var timer = new PeriodicTimer(Glance, clock);
        try
        {
            while (clock.GetUtcNow() < until)
            {
                if (await FindAsync(job, cancellationToken) is { } answer)
                    return answer;
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever asked is gone.
            await GiveUpAsync(job, CancellationToken.None);
            throw;
        }
        await GiveUpAsync(job, cancellationToken);
        // It may have ended in the last moment.
        return await FindAsync(job, cancellationToken) ?? throw ApiErrors.NoWorker(Patience).AsException();
    }

    /// <summary>Null while the job goes on, or when it ended without a word.</summary>
    private async Task<ResyncAnswer?> FindAsync(long job, CancellationToken cancellationToken)
    {
        var cursor = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<string?>("select cursor from jobs where id = @job", new { job }),
            cancellationToken
        );
        return cursor is null ? null : JsonSerializer.Deserialize<ResyncAnswer>(cursor, JobJson.Options);
    }

    private Task GiveUpAsync(long job, CancellationToken cancellationToken) =>
        database.WriteAsync(commit => commit.RequestCancel(job), cancellationToken);
}
