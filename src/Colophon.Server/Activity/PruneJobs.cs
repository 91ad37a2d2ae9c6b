using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Names;
using Colophon.Server.Export;
using Colophon.Server.Libraries;
using Colophon.Server.Publishing;
using Dapper;

namespace Colophon.Server.Activity;

/// <summary>
/// The prune job: decides by <see cref="PruneRules"/> what goes, lets a chunk of it go with every checkpoint, and has the database
/// tidied up after it.
/// </summary>
internal sealed class PruneJobs(IDatabase database, ExportFolder exports, PublishRetention publishing)
    : IJobHandler<LibraryJobData>
{
    private const int Chunk = 2_000;
    private const int TrashChunk = 200;

    // What people start is listed for longer.
    private static readonly IReadOnlyList<string> KeptWhenCompleted = [.. JobTypes.TopLevel.Select(type => type.Name)];

    public async Task<JobOutcome> RunAsync(JobContext<LibraryJobData> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var plan = await database.ReadAsync(connection => Task.FromResult(Plan(connection, now)), cancellationToken);
        foreach (var export in plan.Exports)
            exports.Delete(export);
        foreach (var filter in plan.Filters)
            await PruneAsync(context, filter, cancellationToken);
        foreach (var chunk in plan.Scans.Chunk(10))
        {
            context.Record(new PrunedScans(chunk));
            await context.CheckpointAsync(0, cancellationToken);
        }
        await PurgeTrashAsync(context, now, cancellationToken);
        await PurgeResponsesAsync(context, now, cancellationToken);
        await publishing.PruneAsync(context, now - PruneRules.PublishRuns, cancellationToken);
        context.Record(new UnusedNames());
        await database.Upkeep.RunAsync(cancellationToken);
        return JobOutcome.Done;
    }

    /// <summary>Answers of providers that are too old to be taken.</summary>
    private async Task PurgeResponsesAsync(
        JobContext<LibraryJobData> context,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var before = (now - PruneRules.Responses).ToUnixTimeMilliseconds();
        var left = await database.ReadAsync(
            connection =>
                connection.QuerySingleAsync<long>(
                    "select count(*) from provider_responses where expires_at < @before",
                    new { before }
                ),
            cancellationToken
        );
        for (; left > 0; left -= Chunk)
        {
            context.Record(new ExpiredResponses(before, Chunk));
            await context.CheckpointAsync(0, cancellationToken);
        }
    }

    /// <summary>What has waited in a library's trash for longer than the library's grace time.</summary>
    private async Task PurgeTrashAsync(
        JobContext<LibraryJobData> context,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var expired = await database.ReadAsync(
            async connection =>
            {
                var all = new List<TrashPurged>();
                foreach (var library in await Library.AllAsync(connection))
                    all.Add(
                        await TrashQueries.BeforeAsync(connection, library.Id, now.AddDays(-library.Options.TrashDays))
                    );
                return all;
            },
            cancellationToken
        );
        foreach (var chunk in expired.SelectMany(trash => trash.Items).Chunk(TrashChunk))
        {
            context.Record(new TrashPurged(chunk, []));
            await context.CheckpointAsync(0, cancellationToken);
        }
        foreach (var chunk in expired.SelectMany(trash => trash.Files).Chunk(TrashChunk))
        {
            context.Record(new TrashPurged([], chunk));
            await context.CheckpointAsync(0, cancellationToken);
        }
    }

    private async Task PruneAsync(
        JobContext<LibraryJobData> context,
        PruneFilter filter,
        CancellationToken cancellationToken
    )
    {
        var left = await database.ReadAsync(
            connection => Task.FromResult(Count(connection, filter)),
            cancellationToken
        );
        for (; left > 0; left -= Chunk)
        {
            context.Record(new PrunedChunk(filter, Chunk));
            await context.CheckpointAsync(0, cancellationToken);
        }
    }

    private static PrunePlan Plan(DbConnection connection, DateTimeOffset now)
    {
        var units = connection.QuerySingle<long>(
            "select count(*) from jobs where scan_id is not null and status = @completed",
            new { completed = (long)JobStatus.Completed }
        );
        var endedBefore = units > PruneRules.MostUnits ? now : now - PruneRules.Units;
        var aged = (now - PruneRules.Jobs).ToUnixTimeMilliseconds();
        var filters = connection
            .Query<long>(
                "select id from scans where completed_at < @before order by id",
                new { before = endedBefore.ToUnixTimeMilliseconds() }
            )
            .Select(scan => new PruneFilter(JobStatus.Completed) { ScanId = scan })
            .Append(
                new PruneFilter(JobStatus.Completed)
                {
                    OutsideScans = true,
                    EndedBefore = now - PruneRules.Units,
                    KeepTypes = KeptWhenCompleted,
                }
            )
            .Append(
                new PruneFilter(JobStatus.Failed, JobStatus.Cancelled)
                {
                    EndedBefore = now - PruneRules.Jobs,
                    KeepTypes = [JobTypes.Scan.Name],
                }
            )
            .Append(
                new PruneFilter(JobStatus.Completed)
                {
                    EndedBefore = now - PruneRules.Jobs,
                    KeepTypes = [.. JobTypes.All.Except([JobTypes.Export, JobTypes.Resync]).Select(type => type.Name)],
                }
            );
        return new PrunePlan(
            filters.ToList(),
            connection
                .Query<long>(
                    """
                    select s.id from scans s where s.completed_at is not null and
                        (select count(*) from scans later where later.library_id = s.library_id and later.id > s.id) >= @kept
                    order by s.id
                    """,
                    new { kept = PruneRules.ScansOfALibrary }
                )
                .AsList(),
            connection
                .Query<long>(
                    "select id from jobs where type = @type and finished_at < @aged",
                    new { type = JobTypes.Export.Name, aged }
                )
                .AsList()
        );
    }

    private static long Count(DbConnection connection, PruneFilter filter)
    {
        var condition = "status in @statuses and type not in @kept";
        if (filter.ScanId is not null)
            condition += " and scan_id = @scan";
        if (filter.OutsideScans)
            condition += " and scan_id is null";
        if (filter.EndedBefore is not null)
            condition += " and finished_at < @before";
        return connection.QuerySingle<long>(
            $"select count(*) from jobs where {condition}",
            new
            {
                statuses = filter.Statuses.Select(status => (long)status).ToList(),
                kept = filter.KeepTypes.Append("").ToList(),
                scan = filter.ScanId,
                before = filter.EndedBefore?.ToUnixTimeMilliseconds(),
            }
        );
    }

    private sealed record PrunePlan(
        IReadOnlyList<PruneFilter> Filters,
        IReadOnlyList<long> Scans,
        IReadOnlyList<long> Exports
    );
}

/// <summary>Ended jobs to be deleted, at most so many in one commit.</summary>
internal sealed record PrunedChunk(PruneFilter Filter, int Limit);

/// <summary>Answers of providers to be deleted, at most so many in one commit.</summary>
/// <param name="Before">When they expired, in UTC milliseconds.</param>
internal sealed record ExpiredResponses(long Before, int Limit);

/// <summary>Scans to be deleted with their errors, items and jobs.</summary>
internal sealed record PrunedScans(IReadOnlyList<long> Ids);
