using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>By which identity a provider was asked about an item.</summary>
/// <param name="ItemId">That bears the identity: the item, or the container by whose id it goes.</param>
/// <param name="Subject">Null: it was searched for.</param>
internal sealed record AskedBy(long ItemId, string Provider, ProviderSubject? Subject)
{
    /// <summary>What the provider says of the subject has this origin, unless it goes by another id there.</summary>
    public string? Origin => Subject is null ? null : ProviderTold.OriginOf(Subject);

    /// <summary>A person chose another identity while the provider was asked: the answer is about something else.</summary>
    public bool IsOutdated(Commit commit) =>
        commit
            .Query(
                "select id_type, id_value from item_identities where item_id = @item and provider = @provider and pinned = 1",
                row => new ProviderId(row.GetString(0), row.GetString(1)),
                ItemId,
                Provider
            )
            .Any(chosen => chosen != Subject?.Id);
}
