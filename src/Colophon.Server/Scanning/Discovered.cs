using Colophon.Jobs;

namespace Colophon.Server.Scanning;

/// <summary>What discovery met since its last checkpoint.</summary>
/// <param name="Suspects">Units passed by without being met.</param>
/// <param name="Outcome">Set with the last record of a library: its directories are all known now.</param>
public sealed record Discovered(
    long ScanId,
    long Ignored,
    long Unchanged,
    IReadOnlyList<long> Suspects,
    IReadOnlyList<ScanError> Errors,
    string? CurrentOperation,
    DiscoveryOutcome? Outcome
);

/// <summary>How the walk of a library ended.</summary>
/// <param name="Failure">A root that was not believed: the scan goes on to its end and is failed then.</param>
public sealed record DiscoveryOutcome(ScanFailure? Failure, IReadOnlyList<ScanWarning> Warnings);

public sealed class DiscoveredApplier : IApplier<Discovered>
{
    public void Apply(IReadOnlyList<Applied<Discovered>> records, Commit commit)
    {
        var deltas = commit.State<ScanDeltas>();
        foreach (var (_, found) in records.Select(applied => (applied.Job, applied.Record)))
        {
            var delta = deltas.Of(found.ScanId);
            delta.Ignored += found.Ignored;
            delta.Unchanged += found.Unchanged;
            delta.Errors.AddRange(found.Errors);
            delta.CurrentOperation = found.CurrentOperation ?? delta.CurrentOperation;
            foreach (var unit in found.Suspects)
                Suspect(commit, found.ScanId, unit);
            if (found.Outcome is not { } outcome)
                continue;
            delta.Failure = outcome.Failure;
            delta.Warnings.AddRange(outcome.Warnings);
            delta.Milestone |= ScanMilestone.DiscoverySealed;
        }
    }

    public static void Suspect(Commit commit, long scanId, long unitId) =>
        commit.Send(
            "insert into scan_suspects (scan_id, unit_id) values (@scan, @unit) on conflict do nothing",
            scanId,
            unitId
        );
}
