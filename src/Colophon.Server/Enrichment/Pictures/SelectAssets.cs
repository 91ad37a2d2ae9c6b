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
        var choices = PictureChoice.Of(rows, locks);
        foreach (var choice in choices)
        {
            var picked = await PickAsync(context, run, choice, cancellationToken);
            if (picked.Count > 0)
                context.Record(new AssetsPicked(run.Item.Id, run.Item.Kind, choice.Type, picked));
            // What was downloaded is not asked for again, whatever happens to the rest.
            await context.CheckpointAsync(choice.Type, cancellationToken);
        }
        return false;
    }

    private async Task<IReadOnlyList<long>> PickAsync(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        PictureChoice choice,
        CancellationToken cancellationToken
    )
    {
        var picked = new List<long>();
        var contents = new HashSet<string>(StringComparer.Ordinal);
        var tries = 0;
        foreach (var candidate in choice.Candidates)
        {
            if (picked.Count == choice.Most || tries == MostTries)
                break;
            var content = candidate.CachePath is null ? null : candidate.Sha256;
            if (content is null)
            {
                if (SessionOf(run, candidate) is not { } session)
                    continue;
                tries++;
                content = await TakeAsync(context, run, candidate, session, cancellationToken);
            }
            // The same picture from another provider is no second one.
            if (content is not null && contents.Add(content))
                picked.Add(candidate.Id);
        }
        return picked;
    }

    /// <summary>The picture's SHA-256; null when it was refused, which is noted with it.</summary>
    private async Task<string?> TakeAsync(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        CandidateRow candidate,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var slot = new CacheSlot(run.Item.Kind, run.Item.Id, candidate.Type, context.Job.Id, context.Job.Attempt);
        try
        {
            var cached = await download.TakeAsync(
                candidate.Id,
                new Uri(candidate.Url!),
                slot,
                session,
                cancellationToken
            );
            context.Record(cached);
            return cached.Sha256;
        }
        catch (ProviderException refused) when (refused.Trouble == ProviderTrouble.Refused)
        {
            context.Record(new AssetRefused(candidate.Id, refused.Message));
            context.Log(JobLogLevel.Warn, $"{candidate.Url}: {refused.Message}");
            return null;
        }
    }

    private ProviderSession? SessionOf(EnrichmentRun run, CandidateRow candidate) =>
        candidate.Url is not null && providers.Find(candidate.Source) is { } provider && run.IsUsable(provider.Facts)
            ? sessions.Open(provider, run.Accounts[candidate.Source], run.Wishes)
            : null;
}
