using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>
/// Queues the first step of the enrichment of items that this commit discovered, changed while they are not enriched, or read other
/// identifiers of, when their scan or library asks for that and a provider knows their kind. A step of its own before the one that counts.
/// </summary>
internal sealed class QueueEnrichment(ProviderList providers) : ICommitStep
{
    public void Run(Commit commit)
    {
        var changes = commit
            .State<CatalogChanges>()
            .Items.Where(change =>
                change.Item is not null && change.Touch != ItemTouch.Missing && change.Step.Write == CatalogWrite.Keep
            )
            .ToList();
        if (changes.Count == 0)
            return;
        var accounts = ProviderAccount.Usable(commit);
        if (accounts.Count == 0)
            return;
        var facts = providers.All.Select(provider => provider.Facts).ToList();
        var states = StatesOf(commit, changes);
        // What providers said of these may be about something else.
        var renamed = commit.State<CatalogChanges>().Renamed;
        var requests = new List<(JobRequest InScan, JobRequest? Again)>();
        foreach (var group in changes.GroupBy(change => (change.Library, change.Step.Scan)))
        {
            if (WishOf(commit, group.Key.Library, group.Key.Scan) is not { } wish)
                continue;
            // Containers first: what lies in them is asked for by their ids.
            foreach (
                var change in group.DistinctBy(change => change.Item).OrderBy(change => ItemKinds.DepthOf(change.Kind))
            )
            {
                if (
                    change.Touch != ItemTouch.Added
                    && states.GetValueOrDefault(change.Item!.Value) is null or ItemStates.Enriched
                    && !renamed.Contains(change.Item!.Value)
                )
                    continue;
                if (First(change.Kind, wish, facts, accounts) is not { } step)
                    continue;
                var data = new EnrichmentData(group.Key.Scan?.Value, change.Kind, change.Item!.Value.Value);
                JobRequest Asking(EnrichmentData asked) =>
                    EnrichmentRequests.Of(step, asked, group.Key.Library.Value, change.JobId);
                var again = renamed.Contains(change.Item!.Value) ? Asking(data with { ScanId = null }) : null;
                requests.Add((Asking(data), again));
            }
        }
        if (requests.Count > 0)
            Insert(commit, requests);
    }

    /// <summary>
    /// What the scan has asked about already it asks no more; where that was before the identifiers were read (an NFO after the item was
    /// met in another folder), it is asked again outside the scan.
    /// </summary>
    private static void Insert(Commit commit, List<(JobRequest InScan, JobRequest? Again)> requests)
    {
        var ids = commit.Insert([.. requests.Select(request => request.InScan)]);
        foreach (var (request, again) in requests.Where((_, at) => ids[at] is null))
            if (again is not null && HasBegun(commit, request))
                commit.Insert([again]);
    }

    private static bool HasBegun(Commit commit, JobRequest request) =>
        commit.Number(
            "select count(*) from jobs where dedupe_key = @key and status <> @pending",
            request.DedupeKey,
            (long)JobStatus.Pending
        ) > 0;

    private static EnrichmentStep? First(
        string kind,
        Wish wish,
        IReadOnlyList<ProviderFacts> facts,
        Dictionary<string, ProviderAccount> accounts
    ) =>
        EnrichmentPlan.Next(
            kind,
            wish.Library,
            wish.Mode,
            facts,
            one => accounts.GetValueOrDefault(one.Name)?.IsUsable(one) == true,
            after: null
        );

    private static Dictionary<ItemId, string> StatesOf(Commit commit, List<ItemChange> changes) =>
        commit
            .QueryIn(
                "select id, state from items where id in (@keys)",
                row => (Id: new ItemId(row.GetInt64(0)), State: row.GetString(1)),
                [
                    .. changes
                        .Where(change => change.Touch == ItemTouch.Updated)
                        .Select(change => (object)change.Item!.Value.Value)
                        .Distinct(),
                ]
            )
            .ToDictionary(row => row.Id, row => row.State);

    /// <summary>Null: no enrichment is wanted.</summary>
    private static Wish? WishOf(Commit commit, LibraryId library, ScanId? scan)
    {
        var options = commit.Query(
            "select options from libraries where id = @id",
            row => row.GetString(0),
            library.Value
        );
        if (options.Count == 0)
            return null;
        var said = LibraryOptions.Parse(options[0]);
        if (scan is not { } id)
            return said.AutoEnrich ? new Wish(said, said.EnrichmentMode) : null;
        var scans = commit.Query("select options from scans where id = @id", row => row.GetString(0), id.Value);
        var asked = scans.Count == 0 ? null : ScanOptions.FromJson(scans[0]);
        return asked?.EnableEnrichment == true ? new Wish(said, asked.EnrichmentMode ?? said.EnrichmentMode) : null;
    }

    private sealed record Wish(LibraryOptions Library, EnrichmentMode Mode);
}
