using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>The job <c>enrich-metadata</c>: finds out what an item is called at a provider and reads what that says of it.</summary>
internal sealed class EnrichMetadata(EnrichmentFlow flow, Identification identification) : IJobHandler<EnrichmentData>
{
    public Task<JobOutcome> RunAsync(JobContext<EnrichmentData> context, CancellationToken cancellationToken) =>
        flow.RunAsync(
            context,
            new EnrichmentStep(JobTypes.EnrichMetadata, context.Data.Provider),
            (run, session, token) => AskAsync(context, run.Item, session!, token),
            cancellationToken
        );

    private async Task<bool> AskAsync(
        JobContext<EnrichmentData> context,
        EnrichedItem item,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var name = session.Provider.Facts.Name;
        var identified = await identification.OfAsync(item, session, cancellationToken);
        var asked = identified.AskedBy(item.Id, name);
        if (identified.Subject is not { } subject)
        {
            // Also none: what was found before is not found any longer.
            if (identified.IsSearched)
                context.Record(
                    new ProviderSaid(item.Id, FileId: null, name, Identity: null, Record: null)
                    {
                        Candidates = identified.Candidates,
                        Asked = asked,
                    }
                );
            return false;
        }
        var record = await session.Provider.ReadAsync(subject, session, cancellationToken);
        if (record is null)
        {
            context.Record(
                new ProviderSaid(item.Id, FileId: null, name, Identity: null, Record: null) { Asked = asked }
            );
            context.Log(
                JobLogLevel.Info,
                $"{session.Provider.Facts.Title} knows no {item.Kind} {subject.Id.Type} {subject.Id.Value}."
            );
            return false;
        }
        var edition = item.EditionOf(subject.Id, record.Document);
        context.Record(
            new ProviderSaid(
                item.Id,
                edition?.Id,
                name,
                identified.Identity is { } identity ? identity with { Id = record.Id } : null,
                ProviderTold.Of(subject, record, edition)
            )
            {
                Asked = asked,
            }
        );
        return true;
    }
}
