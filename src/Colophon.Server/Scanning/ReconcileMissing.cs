using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;
using Dapper;

namespace Colophon.Server.Scanning;

/// <param name="AfterFile">Files up to this id are marked.</param>
public sealed record ReconcileCursor(long AfterFile);

/// <summary>
/// Ends the scanning phase: looks again at every file of the suspects and sends what is really gone to the trash, unless
/// the root is not believed or too much would go at once.
/// </summary>
public sealed class ReconcileMissing(IDatabase database, ScanSettingsCache settings) : IJobHandler<ReconcileData>
{
    private const int FilesACommit = 500;

    public async Task<JobOutcome> RunAsync(JobContext<ReconcileData> context, CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(context.Data.ScanId, cancellationToken) is not { } scan)
            return JobOutcome.Dead(
                new JobError(ScanErrorCodes.LibraryGone, "The library of this scan no longer exists.")
            );
        var suspects = await SuspectsAsync(scan.Scan.Value, cancellationToken);
        var looked = Look(scan, suspects, cancellationToken);
        var cursor = context.Cursor<ReconcileCursor>();
        if (cursor is null)
        {
            var tally = await TallyAsync(scan, looked.Gone, context.Clock.GetUtcNow(), cancellationToken);
            var guard = tally.Warning(scan.Library);
            context.Record(new Reconciled(scan.Scan.Value, looked.Errors, guard));
            if (guard is not null)
            {
                context.Log(JobLogLevel.Warn, guard.Message);
                return JobOutcome.Done;
            }
        }
        foreach (var chunk in looked.Gone.OrderBy(file => file.FileId).Chunk(FilesACommit))
        {
            context.Record(new FilesGone(scan.Step, [.. chunk.Select(file => file.ToGone())]));
            await context.CheckpointAsync(new ReconcileCursor(chunk[^1].FileId), cancellationToken);
        }
        return JobOutcome.Done;
    }

    /// <summary>Gone is only "no such file or folder", or what a rule passes over by now; anything else is unknown.</summary>
    private static Looked Look(
        ScanSettings scan,
        IReadOnlyList<SuspectFile> suspects,
        CancellationToken cancellationToken
    )
    {
        var looked = new Looked([], []);
        var verdicts = scan.Library.Roots.ToDictionary(
            root => root.Id,
            root => (Root: root, RootTrust.Judge(root.Path, suspects.Count(file => file.RootId == root.Id)).Belief)
        );
        foreach (var file in suspects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!verdicts.TryGetValue(file.RootId, out var verdict) || verdict.Belief != RootBelief.Believed)
                continue;
            var path = verdict.Root.Absolute(file.RelativePath);
            var look = FileProbe.Look(path);
            if (
                look.State == PathState.Missing
                || (look.State == PathState.Present && IsIgnored(scan, file.RelativePath))
            )
                looked.Gone.Add(file);
            else if (look.State != PathState.Present)
                looked.Errors.Add(
                    new FileTrouble(
                        path,
                        ScanErrorCodes.Of(look.State),
                        $"“{path}” cannot be looked at: {look.Trouble}."
                    )
                );
        }
        return looked;
    }

    private static bool IsIgnored(ScanSettings scan, string relativePath)
    {
        for (var slash = relativePath.IndexOf('/'); slash >= 0; slash = relativePath.IndexOf('/', slash + 1))
        {
            if (scan.Ignore.Match(relativePath[..slash]) is not null)
                return true;
        }
        return scan.Ignore.Match(relativePath) is not null;
    }

    private Task<IReadOnlyList<SuspectFile>> SuspectsAsync(long scanId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SuspectFile>>(
            async connection =>
                (
                    await connection.QueryAsync<SuspectFile>(
                        """
                        select f.id as FileId, f.root_id as RootId, f.relative_path as RelativePath, l.item_id as ItemId,
                            (select count(*) from item_files o join files a on a.id = o.file_id
                             where o.item_id = l.item_id and a.missing_since is null) as LiveFiles
                        from scan_suspects s join files f on f.unit_id = s.unit_id join item_files l on l.file_id = f.id
                        where s.scan_id = @scanId and f.missing_since is null order by f.id
                        """,
                        new { scanId }
                    )
                ).AsList(),
            cancellationToken
        );

    private Task<LossTally> TallyAsync(
        ScanSettings scan,
        IReadOnlyList<SuspectFile> gone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            async connection =>
            {
                var lost = gone.GroupBy(file => file.ItemId).Count(item => item.Count() >= item.First().LiveFiles);
                var counts = await connection.QuerySingleAsync<(long Live, long Recent)>(
                    $"""
                    select
                        (select count(*) from items where library_id = @library and {ItemKinds.CountedSql} and missing_since is null) as Live,
                        (select count(*) from items where library_id = @library and {ItemKinds.CountedSql} and missing_since >= @since and excluded = 0) as Recent
                    """,
                    new { library = scan.Library.Id, since = now.AddDays(-1).ToUnixTimeMilliseconds() }
                );
                return new LossTally(lost, counts.Live, counts.Recent);
            },
            cancellationToken
        );

    private sealed record Looked(List<SuspectFile> Gone, List<FileTrouble> Errors);

    private sealed record SuspectFile
    {
        public long FileId { get; init; }

        public long RootId { get; init; }

        public string RelativePath { get; init; } = "";

        public long ItemId { get; init; }

        public long LiveFiles { get; init; }

        public GoneFile ToGone() => new(new FileId(FileId), RootId, RelativePath);
    }
}

/// <summary>How many items would go to the trash, beside how many there are and how many went there in the last day.</summary>
internal sealed record LossTally(long Lost, long Live, long Recent)
{
    /// <summary>The library's guard against a loss that looks like a disk rather than like a person; null when it lets the loss pass.</summary>
    public ScanWarning? Warning(Library library)
    {
        var guard = library.Options.MissingGuard;
        var together = Lost + Recent;
        if (Lost == 0 || together < guard.MinItems || together * 100 < guard.Percent * (Live + Recent))
            return null;
        return new ScanWarning(
            ScanErrorCodes.MassLossGuard,
            Root: null,
            $"{Lost} of {Live} items seem to be gone. That is more than the library's guard allows ({guard.Percent} %), so nothing was marked missing. "
                + "Check the disks, or raise the guard in the library's options and scan again."
        );
    }
}

/// <summary>What reconciling found out, once a scan.</summary>
public sealed record Reconciled(long ScanId, IReadOnlyList<FileTrouble> Errors, ScanWarning? Warning);

public sealed class ReconciledApplier : IApplier<Reconciled>
{
    public void Apply(IReadOnlyList<Applied<Reconciled>> records, Commit commit)
    {
        foreach (var applied in records)
        {
            var delta = commit.State<ScanDeltas>().Of(applied.Record.ScanId);
            DropEmptyUnits(commit, applied.Record.ScanId);
            if (applied.Record.Warning is { } warning)
                delta.Warnings.Add(warning);
            delta.Errors.AddRange(
                applied.Record.Errors.Select(error => new ScanError(
                    applied.Job.Id,
                    applied.Job.Type,
                    error.Path,
                    error.Code,
                    error.Message,
                    applied.Job.Attempt
                ))
            );
        }
    }

    /// <summary>A unit whose files have all moved on is no suspect of later scans.</summary>
    private static void DropEmptyUnits(Commit commit, long scanId)
    {
        var empty = commit.Query(
            """
            select s.unit_id from scan_suspects s
            where s.scan_id = @scan and not exists (select 1 from files f where f.unit_id = s.unit_id)
            """,
            row => row.GetInt64(0),
            scanId
        );
        foreach (var unit in empty)
        {
            commit.Run("update items set unit_id = null where unit_id = @unit", unit);
            commit.Run("update evidence set unit_id = null where unit_id = @unit", unit);
            commit.Run("delete from units where id = @unit", unit);
        }
    }
}
