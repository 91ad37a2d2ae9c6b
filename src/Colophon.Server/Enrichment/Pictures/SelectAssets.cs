using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>
/// The job <c>select-assets</c>: picks for each type of picture the best that is offered, where nobody chose, nothing is locked and the item
/// has none of its own. A picture is downloaded before it takes the place of another, so a failure never leaves less than there was.
/// </summary>
internal sealed class SelectAssets(
    EnrichmentFlow flow,
    CandidateDownload download,
    IDatabase database,
    ProviderList providers,
    ProviderSessions sessions
) : IJobHandler<EnrichmentData>
{
    private const int MostTries = 5;

    public Task<JobOutcome> RunAsync(JobContext<EnrichmentData> context, CancellationToken cancellationToken) =>
        flow.RunAsync(
            context,
            new EnrichmentStep(JobTypes.SelectAssets, ""),
            (run, _, token) => SelectAsync(context, run, token),
            cancellationToken
        );

    private async Task<bool> SelectAsync(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        CancellationToken cancellationToken
    )
    {
        var (rows, locks) = await database.ReadAsync(
            connection =>
                Task.FromResult((CandidateRow.OfItem(connection, run.Item.Id), ItemLocks.Of(connection, run.Item.Id))),
            cancellationToken
        );
        // Together: they come from hosts that answer while others are waited for.
        var picks = await Task.WhenAll(
            PictureChoice.Of(rows, locks).Select(choice => PickAsync(context, run, choice, cancellationToken))
        );
        foreach (var pick in picks)
            Record(context, run.Item, pick);
        if (picks.Select(pick => pick.Trouble).FirstOrDefault(trouble => trouble is not null) is not { } trouble)
            return false;
        // What was downloaded is not asked for again when the rest is.
        await context.CheckpointAsync("picked", cancellationToken);
        throw trouble;
    }

    private static void Record(JobContext<EnrichmentData> context, EnrichedItem item, Pick pick)
    {
        foreach (var cached in pick.Cached)
            context.Record(cached);
        foreach (var refused in pick.Refused)
        {
            context.Record(refused);
            context.Log(JobLogLevel.Warn, refused.Reason);
        }
        if (pick.AssetIds.Count > 0)
            context.Record(new AssetsPicked(item.Id, item.Kind, pick.Type, pick.AssetIds));
    }

    private async Task<Pick> PickAsync(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        PictureChoice choice,
        CancellationToken cancellationToken
    )
    {
        var pick = new Pick(choice.Type);
        var contents = new HashSet<string>(StringComparer.Ordinal);
        var tries = 0;
        foreach (var candidate in choice.Candidates)
        {
            if (pick.AssetIds.Count == choice.Most || tries == MostTries || pick.Trouble is not null)
                break;
            var content = candidate.CachePath is null ? null : candidate.Sha256;
            if (content is null)
            {
                if (SessionOf(run, candidate) is not { } session)
                    continue;
                tries++;
                content = await TakeAsync(context.Job, run.Item, candidate, session, pick, cancellationToken);
            }
            // The same picture from another provider is no second one.
            if (content is not null && contents.Add(content))
                pick.AssetIds.Add(candidate.Id);
        }
        return pick;
    }

    /// <summary>The picture's SHA-256; null when it was refused, which is noted with it, or its provider has trouble.</summary>
    private async Task<string?> TakeAsync(
        Job job,
        EnrichedItem item,
        CandidateRow candidate,
        ProviderSession session,
        Pick pick,
        CancellationToken cancellationToken
    )
    {
        var slot = new CacheSlot(item.Kind, item.Id, candidate.Type, job.Id, job.Attempt);
        try
        {
            var address = new Uri(candidate.Url!);
            var cached = await download.TakeAsync(candidate.Id, address, slot, session, cancellationToken);
            pick.Cached.Add(cached);
            return cached.Sha256;
        }
        catch (ProviderException refused) when (refused.Trouble == ProviderTrouble.Refused)
        {
            pick.Refused.Add(new AssetRefused(candidate.Id, refused.Message));
        }
        catch (ProviderException trouble)
        {
            pick.Trouble = trouble;
        }
        return null;
    }

    private ProviderSession? SessionOf(EnrichmentRun run, CandidateRow candidate) =>
        candidate.Url is not null && providers.Find(candidate.Source) is { } provider && run.IsUsable(provider.Facts)
            ? sessions.Open(provider, run.Accounts[candidate.Source], run.Wishes)
            : null;

    /// <summary>What came of one type.</summary>
    private sealed class Pick(string type)
    {
        public string Type => type;

        public List<long> AssetIds { get; } = [];

        public List<AssetCached> Cached { get; } = [];

        public List<AssetRefused> Refused { get; } = [];

        /// <summary>Why there may be more to come.</summary>
        public ProviderException? Trouble { get; set; }
    }
}
