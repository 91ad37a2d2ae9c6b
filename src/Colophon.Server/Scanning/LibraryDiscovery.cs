using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Dapper;

namespace Colophon.Server.Scanning;

/// <summary>
/// The walk of one library: a merge join of the folders with the stored units. What is stored and not met becomes a
/// suspect; what is met and unchanged costs neither a write nor memory.
/// </summary>
internal sealed class LibraryDiscovery(
    IDatabase database,
    JobContext<ScanOptions> context,
    ScanSettings scan,
    IUnitReader? reader,
    DiscoveryCursor cursor
)
{
    private const int StepsACommit = 500;
    private static readonly TimeSpan LongestCommit = TimeSpan.FromMilliseconds(250);

    private readonly List<long> suspects = [];
    private readonly List<ScanError> errors = [];
    private readonly List<ScanWarning> warnings = [.. cursor.Warnings];
    private ScanFailure? failure = cursor.Failure;
    private long queued = cursor.Queued;
    private long ignored;
    private long unchanged;
    private int steps;
    private DateTimeOffset committedAt = context.Clock.GetUtcNow();

    /// <summary>Leaves the last record, which seals discovery, for the commit that follows.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var roots = scan.Library.Roots;
        if (reader is null)
            context.Log(
                JobLogLevel.Warn,
                $"There is no reader for libraries of type {scan.Library.Type} yet; nothing was read."
            );
        else if (scan.Options.OnlyFailed)
            await QueueFailedAsync(reader, cancellationToken);
        else
        {
            var targets = ScanTarget.Of(scan);
            if (targets.Count == 0)
                failure = new ScanFailure(
                    ScanErrorCodes.PathOutsideRoots,
                    $"“{scan.Options.Path}” lies outside the library's folders."
                );
            foreach (var target in targets)
            {
                var index = roots.ToList().IndexOf(target.Root);
                if (index >= cursor.Root && !(queued >= scan.Options.MaxDirectories))
                    await RunRootAsync(reader, target, index, cancellationToken);
            }
        }
        Hand(currentOperation: null, new DiscoveryOutcome(failure, warnings));
    }

    private async Task RunRootAsync(
        IUnitReader units,
        ScanTarget target,
        int index,
        CancellationToken cancellationToken
    )
    {
        var verdict = RootTrust.Judge(target.Root.Path, await KnownFilesAsync(target.Root.Id, cancellationToken));
        var presence = verdict.Belief == RootBelief.Unavailable ? RootPresence.Unavailable : RootPresence.Available;
        context.Record(new RootSeen(target.Root.Id, presence));
        if (verdict.Belief == RootBelief.Unavailable)
        {
            failure ??= new ScanFailure(ScanErrorCodes.RootUnavailable, verdict.Detail!);
            Fail(target.Root.Path, ScanErrorCodes.RootUnavailable, verdict.Detail!);
        }
        else if (verdict.Belief == RootBelief.Emptied)
        {
            warnings.Add(new ScanWarning(ScanErrorCodes.MassLossGuard, target.Root.Path, verdict.Detail!));
            context.Log(JobLogLevel.Warn, verdict.Detail!);
        }
        else
        {
            await WalkAsync(units, target, index, cancellationToken);
        }
    }

    private async Task WalkAsync(IUnitReader units, ScanTarget target, int index, CancellationToken cancellationToken)
    {
        var after = index == cursor.Root ? cursor.LastPath : null;
        target = target with
        {
            Path = new FolderSight(target.Root, scan.Ignore, WrittenFiles.None).Home(units, target.Path),
        };
        var within = SortPath.Of(target.Path);
        var stored = new UnitCursor(database, target.Root.Id, within, after is null ? null : SortPath.Of(after));
        byte[]? unreadable = null;
        var written = await database.ReadAsync(
            connection => Task.FromResult(WrittenFiles.Below(connection, target.Root.Path)),
            cancellationToken
        );
        foreach (var step in new FolderWalk(target.Root, scan.Ignore, written, units).Run(target.Path, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = SortPath.Of(step.RelativePath);
            await PassByAsync(stored, path, unreadable, cancellationToken);
            if (step is UnitMet met)
                await MeetAsync(units, target.Root, met.Unit, stored, path, cancellationToken);
            else if (step is PathIgnored)
                ignored++;
            else if (step is PathUnreadable { Code: not ScanErrorCodes.PathVanished } closed)
            {
                unreadable = path;
                Fail(target.Root.Absolute(closed.RelativePath), closed.Code, closed.Message);
            }
            if (queued >= scan.Options.MaxDirectories)
                return;
            await CheckpointAsync(target.Root, index, step.RelativePath, cancellationToken);
        }
        await PassByAsync(stored, path: null, unreadable, cancellationToken);
    }

    /// <summary>Stored units before this place were not met: suspects, unless they lie where nothing can be seen.</summary>
    private async Task PassByAsync(
        UnitCursor stored,
        byte[]? path,
        byte[]? unreadable,
        CancellationToken cancellationToken
    )
    {
        while (await stored.PeekAsync(cancellationToken) is { } unit)
        {
            if (path is not null && SortPath.Compare(unit.SortPath, path) >= 0)
                return;
            stored.Take();
            if (unreadable is null || !SortPath.IsWithin(unit.SortPath, unreadable))
                suspects.Add(unit.Id);
        }
    }

    private async Task MeetAsync(
        IUnitReader units,
        LibraryRoot root,
        UnitSketch sketch,
        UnitCursor stored,
        byte[] path,
        CancellationToken cancellationToken
    )
    {
        var unit = await stored.PeekAsync(cancellationToken);
        if (unit is not null && SortPath.Compare(unit.SortPath, path) == 0)
            stored.Take();
        else
            unit = null;
        if (unit is not null && IsUnchanged(units, sketch, unit))
            unchanged++;
        else
            Queue(root, sketch.RelativePath);
    }

    private bool IsUnchanged(IUnitReader units, UnitSketch sketch, StoredUnit unit) =>
        !scan.Options.Force
        && unit.Fingerprint is { } fingerprint
        && ((UnitDepth)unit.Depth & scan.Depth) == scan.Depth
        && fingerprint == UnitFingerprint.Of(sketch.Files, units.Version);

    private void Queue(LibraryRoot root, string relativePath)
    {
        var data = new DirectoryScanData(
            scan.Scan.Value,
            scan.Library.Id,
            root.Absolute(relativePath),
            scan.Library.Type
        );
        context.Enqueue(
            JobRequest.For(JobTypes.DirectoryScan, JobQueues.OfLibrary(scan.Library.Id), data) with
            {
                DedupeKey = $"scan:{scan.Scan.Value}:dir:{root.Id}:{relativePath}",
                LibraryId = scan.Library.Id,
                ScanId = scan.Scan.Value,
                ParentId = context.Job.Id,
            }
        );
        queued++;
    }

    private async Task QueueFailedAsync(IUnitReader units, CancellationToken cancellationToken)
    {
        foreach (var path in await FailedPathsAsync(cancellationToken))
        {
            if (scan.Library.Locate(path) is not { } place)
                continue;
            if (
                new FolderSight(place.Root, scan.Ignore, WrittenFiles.None).Covering(units, place.RelativePath) is
                { } unit
            )
                Queue(place.Root, unit.RelativePath);
        }
    }

    private Task<IReadOnlyList<string>> FailedPathsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async connection =>
                (
                    await connection.QueryAsync<string>(
                        """
                        select distinct e.path from scan_errors e join scans s on s.id = e.scan_id
                        where s.job_id = @job and s.library_id = @library and e.resolved_at is null and e.path is not null
                        order by e.path
                        """,
                        new { job = context.Job.RetryOf, library = scan.Library.Id }
                    )
                ).AsList(),
            cancellationToken
        );

    private Task<long> KnownFilesAsync(long rootId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    "select count(*) from (select 1 from files where root_id = @rootId and missing_since is null limit 1000) known",
                    new { rootId }
                ),
            cancellationToken
        );

    private void Fail(string path, string code, string message)
    {
        errors.Add(new ScanError(context.Job.Id, JobTypes.Scan.Name, path, code, message, Attempts: 1));
        context.Log(JobLogLevel.Warn, message, new { path, code });
    }

    private async Task CheckpointAsync(LibraryRoot root, int index, string path, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        if (++steps < StepsACommit && now - committedAt < LongestCommit)
            return;
        Hand(root.Absolute(path), outcome: null);
        var reached = new DiscoveryCursor(cursor.Scan, index, path, queued) { Failure = failure, Warnings = warnings };
        await context.CheckpointAsync(reached, cancellationToken);
        steps = 0;
        committedAt = context.Clock.GetUtcNow();
    }

    private void Hand(string? currentOperation, DiscoveryOutcome? outcome)
    {
        context.Record(
            new Discovered(scan.Scan.Value, ignored, unchanged, [.. suspects], [.. errors], currentOperation, outcome)
        );
        (ignored, unchanged) = (0, 0);
        suspects.Clear();
        errors.Clear();
    }
}
