using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>
/// What all steps of an enrichment have in common: what a provider's refusal means for the job, and which step comes next. The next one is
/// queued in the commit that ends the one before, so that an item's enrichment goes on after any crash and is counted once.
/// </summary>
internal sealed class EnrichmentFlow(
    IDatabase database,
    ProviderList providers,
    ProviderSessions sessions,
    TimeProvider clock
)
{
    /// <summary>A step that would have to wait longer leaves its scan.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>What waits longer looks again meanwhile: a person may have given another key.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    private const int DeferredPriority = 9;

    /// <summary>What stands for a provider where pictures are fetched, which come from several.</summary>
    private const string PictureHost = "A host of pictures";

    /// <param name="work">Asks and hands over; true when the provider told something about the item.</param>
    public async Task<JobOutcome> RunAsync(
        JobContext<EnrichmentData> context,
        EnrichmentStep step,
        Func<EnrichmentRun, ProviderSession?, CancellationToken, Task<bool>> work,
        CancellationToken cancellationToken
    )
    {
        var run = await database.ReadAsync(
            connection => EnrichmentRun.LoadAsync(connection, step, context.Data),
            cancellationToken
        );
        if (run is null)
            return JobOutcome.Done;
        var provider = providers.Find(step.Provider);
        if (provider is not null && !run.IsUsable(provider.Facts))
            return Follow(context, run, context.Data.Before);
        if (run.BudgetEnd is { } end && clock.GetUtcNow() > end && provider is not null)
            return Defer(context, run, provider, clock.GetUtcNow());
        try
        {
            var session = provider is null
                ? null
                : sessions.Open(provider, run.Accounts[provider.Facts.Name], run.Wishes);
            var told = await work(run, session, cancellationToken);
            return Follow(context, run, context.Data.Before | (told ? EnrichmentMarks.Told : EnrichmentMarks.None));
        }
        catch (ProviderException refused)
        {
            return AfterRefusal(context, run, provider, refused);
        }
    }

    private JobOutcome AfterRefusal(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        IProvider? provider,
        ProviderException refused
    )
    {
        var now = clock.GetUtcNow();
        if (refused.Until is { } until)
        {
            var waitsLong = refused.Trouble != ProviderTrouble.Limited || until - now > LongestWait;
            return run.Data.ScanId is not null && (waitsLong || until > run.BudgetEnd)
                ? Defer(context, run, provider, until)
                : JobOutcome.Snooze(NextLook(until));
        }
        if (refused.Trouble == ProviderTrouble.Limited)
            return JobOutcome.Snooze(now + TimeSpan.FromSeconds(1));
        // Stored only when this was the last try.
        Follow(context, run, run.Data.Before | EnrichmentMarks.Failed, without: provider);
        return JobOutcome.Retry(new JobError(CodeOf(refused.Trouble), refused.Message));
    }

    /// <summary>Out of the scan: it goes on by itself when the provider can be asked. The scan's own chain goes on without it.</summary>
    private JobOutcome Defer(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        IProvider? provider,
        DateTimeOffset until
    )
    {
        var data = run.Data;
        var title = provider?.Facts.Title ?? PictureHost;
        context.Enqueue(
            EnrichmentRequests.Of(run.Step, data with { ScanId = null }, run.Item.Library.Id, context.Job.Id) with
            {
                RunAt = NextLook(until),
                Priority = DeferredPriority,
            }
        );
        if (!data.Before.HasFlag(EnrichmentMarks.Deferred))
            context.Record(new EnrichmentDeferred(data.ScanId!.Value, title));
        context.Log(JobLogLevel.Warn, $"{title} cannot be asked before {until:u}; it is asked then.");
        return Follow(context, run, data.Before | EnrichmentMarks.Deferred, without: provider);
    }

    private DateTimeOffset NextLook(DateTimeOffset until)
    {
        var look = clock.GetUtcNow() + LookAgain;
        return until < look ? until : look;
    }

    /// <param name="without">A provider that the steps left are not to ask.</param>
    private JobOutcome Follow(
        JobContext<EnrichmentData> context,
        EnrichmentRun run,
        EnrichmentMarks marks,
        IProvider? without = null
    )
    {
        var passedOver = without is null ? run.Data.Without : [.. run.Data.Without, without.Facts.Name];
        var next = EnrichmentPlan.Next(
            run.Item.Kind,
            run.Item.Library.Options,
            run.Mode,
            [.. providers.All.Select(provider => provider.Facts)],
            facts => run.IsUsable(facts) && !passedOver.Contains(facts.Name, StringComparer.Ordinal),
            run.Step
        );
        if (next is null)
            context.Record(new EnrichmentEnded(new ItemId(run.Item.Id), marks));
        else
            context.Enqueue(
                EnrichmentRequests.Of(
                    next,
                    run.Data with
                    {
                        Before = marks,
                        Without = passedOver,
                    },
                    run.Item.Library.Id,
                    context.Job.Id
                ) with
                {
                    Priority = context.Job.Priority,
                }
            );
        return JobOutcome.Done;
    }

    private static string CodeOf(ProviderTrouble trouble) =>
        trouble switch
        {
            ProviderTrouble.Key => EnrichmentErrorCodes.KeyRefused,
            ProviderTrouble.Down => EnrichmentErrorCodes.ProviderDown,
            _ => EnrichmentErrorCodes.ProviderRefused,
        };
}
