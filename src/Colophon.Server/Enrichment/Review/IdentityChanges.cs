using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Enrichment.Pictures;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Review;

/// <summary>What a person says of an item's identity, and what follows from it.</summary>
internal static class IdentityChanges
{
    /// <summary>This it is, for good. The provider is asked in the background, also about what lies in it.</summary>
    public static void Pin(Commit commit, EnrichedItem item, ProviderFacts facts, ProviderId id)
    {
        var provider = facts.Name;
        IdentityRows.Store(commit, item.Id, new Identity(provider, id, IdentifiedBy.Person, IsPinned: true));
        commit.Run("delete from identity_candidates where item_id = @item and provider = @provider", item.Id, provider);
        var step = new EnrichmentStep(JobTypes.EnrichMetadata, provider);
        foreach (var one in WithDescendants(commit, item.Id, item.Kind, facts))
            Queue(
                commit,
                EnrichmentRequests.Of(
                    step,
                    new EnrichmentData(ScanId: null, one.Kind, one.Id, provider, id.Value),
                    item.Library.Id,
                    parentId: null
                )
            );
    }

    /// <summary>The provider's word counts no more for the item and what is known by its id.</summary>
    public static int Forget(
        Commit commit,
        TimeProvider clock,
        ItemPlace place,
        ProviderFacts facts,
        ChangeAuthor author
    )
    {
        var (itemId, provider) = (place.ItemId, facts.Name);
        var files = new FileStage(commit);
        var stage = new ItemStage(commit, clock);
        var drafts = stage.Open([.. WithDescendants(commit, itemId, place.Kind, facts).Select(one => one.Id)], files);
        foreach (var draft in drafts)
        {
            draft.Author = author;
            foreach (var key in draft.Evidence.Keys.Where(key => key.Source == provider).ToList())
                stage.Forget(draft, key);
            ProviderOffers.Drop(commit, draft.Id, provider);
        }
        stage.Write(files);
        commit.Run("delete from item_identities where item_id = @item and provider = @provider", itemId, provider);
        commit.Run("delete from identity_candidates where item_id = @item and provider = @provider", itemId, provider);
        return drafts.Count;
    }

    /// <summary>Queues all steps of the item's enrichment. False when there is none to do.</summary>
    public static bool Begin(Commit commit, ProviderList providers, ItemPlace place)
    {
        var options = commit.Query(
            "select options from libraries where id = @id",
            row => row.GetString(0),
            place.LibraryId
        );
        var library = LibraryOptions.Parse(options[0]);
        var accounts = ProviderAccount.Usable(commit);
        var step = EnrichmentPlan.Next(
            place.Kind,
            library,
            library.EnrichmentMode,
            [.. providers.All.Select(provider => provider.Facts)],
            facts => accounts.GetValueOrDefault(facts.Name)?.IsUsable(facts) == true,
            after: null
        );
        if (step is null)
            return false;
        Queue(
            commit,
            EnrichmentRequests.Of(
                step,
                new EnrichmentData(ScanId: null, place.Kind, place.ItemId),
                place.LibraryId,
                parentId: null
            )
        );
        return true;
    }

    /// <summary>One that waits for its provider makes room: a person who asks now knows why.</summary>
    private static void Queue(Commit commit, JobRequest request)
    {
        if (commit.Insert([request]) is [not null])
            return;
        var waiting = commit.Query(
            "select id from jobs where dedupe_key = @key and status = @pending and run_at > @now",
            row => row.GetInt64(0),
            request.DedupeKey,
            (long)JobStatus.Pending,
            commit.Millis()
        );
        if (waiting is not [var id])
            return;
        commit.RequestCancel(id);
        commit.Insert([request]);
    }

    /// <summary>An item, and what lies in it, is there and is known by its id: a show's episodes are, an artist's albums are not.</summary>
    private static IReadOnlyList<(long Id, string Kind)> WithDescendants(
        Commit commit,
        long itemId,
        string kind,
        ProviderFacts facts
    ) =>
        [
            .. commit
                .Query(
                    """
                    select id, kind from items where missing_since is null and (id = @item or parent_id = @item
                        or parent_id in (select id from items where parent_id = @item))
                    order by id
                    """,
                    row => (Id: row.GetInt64(0), Kind: row.GetString(1)),
                    itemId
                )
                .Where(one => one.Id == itemId || facts.Ability(one.Kind)?.Within == kind),
        ];
}
