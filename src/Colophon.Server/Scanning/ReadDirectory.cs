using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>The second phase: reads one unit. The reading goes to the catalog; what could not be read, to the scan's errors.</summary>
public sealed class ReadDirectory(ScanSettingsCache settings, UnitReading reading) : IJobHandler<DirectoryScanData>
{
    public async Task<JobOutcome> RunAsync(JobContext<DirectoryScanData> context, CancellationToken cancellationToken)
    {
        var data = context.Data;
        if (await settings.FindAsync(data.ScanId, cancellationToken) is not { } scan)
            return JobOutcome.Dead(
                new JobError(ScanErrorCodes.LibraryGone, $"Library {data.LibraryId} no longer exists.")
            );
        if (scan.Library.Locate(data.DirectoryPath) is not { } place)
        {
            var message = $"“{data.DirectoryPath}” lies outside the library's folders.";
            return JobOutcome.Dead(new JobError(ScanErrorCodes.PathOutsideRoots, message));
        }
        var extent = scan.Options.Force || scan.Options.OnlyFailed ? ReadExtent.All : ReadExtent.Changed;
        var target = new UnitTarget(scan.Library, place.Root, place.RelativePath, scan.Ignore);
        var result = await reading.RunAsync(target, new ReadScope(scan.Depth, extent), scan.Step, cancellationToken);
        if (result.State is not PathState.Present and not PathState.Missing)
        {
            var message = $"“{data.DirectoryPath}” cannot be read; check its permissions and the disk.";
            return JobOutcome.Retry(new JobError(ScanErrorCodes.Of(result.State), message));
        }
        if (result.Read is not null)
            context.Record(result.Read);
        if (result.Vanished is { } unit)
            context.Record(new UnitVanished(data.ScanId, unit.Value));
        context.Record(new UnitEnded(data.ScanId, data.DirectoryPath, result.Troubles));
        foreach (var trouble in result.Troubles)
            context.Log(JobLogLevel.Warn, trouble.Message, new { trouble.Path, trouble.Code });
        return JobOutcome.Done;
    }
}

/// <summary>A unit was read, with what could not be read in it.</summary>
public sealed record UnitEnded(long ScanId, string DirectoryPath, IReadOnlyList<FileTrouble> Troubles);

/// <summary>A stored unit is not on disk any more: reconciling looks at it again.</summary>
public sealed record UnitVanished(long ScanId, long UnitId);

public sealed class UnitEndedApplier : IApplier<UnitEnded>
{
    public void Apply(IReadOnlyList<Applied<UnitEnded>> records, Commit commit)
    {
        var deltas = commit.State<ScanDeltas>();
        foreach (var applied in records)
        {
            var (scanId, path, troubles) = applied.Record;
            var delta = deltas.Of(scanId);
            delta.CurrentOperation = path;
            if (troubles.Count == 0)
                continue;
            delta.Failed++;
            delta.Errors.AddRange(
                troubles.Select(trouble => new ScanError(
                    applied.Job.Id,
                    applied.Job.Type,
                    trouble.Path,
                    trouble.Code,
                    trouble.Message,
                    applied.Job.Attempt
                ))
            );
        }
    }
}

public sealed class UnitVanishedApplier : IApplier<UnitVanished>
{
    public void Apply(IReadOnlyList<Applied<UnitVanished>> records, Commit commit)
    {
        foreach (var applied in records)
            DiscoveredApplier.Suspect(commit, applied.Record.ScanId, applied.Record.UnitId);
    }
}
