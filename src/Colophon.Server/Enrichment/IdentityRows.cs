using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment;

/// <summary>The tables <c>item_identities</c> and <c>identity_candidates</c>.</summary>
internal static class IdentityRows
{
    public static void Store(Commit commit, ProviderSaid said)
    {
        var items = commit.Query(
            "select library_id, kind from items where id = @id",
            row => (Library: new LibraryId(row.GetInt64(0)), Kind: row.GetString(1)),
            said.ItemId
        );
        // The item may have gone while it was asked for.
        if (items is not [var item])
            return;
        var dropped = commit.Run(
            "delete from identity_candidates where item_id = @item and provider = @provider",
            said.ItemId,
            said.Provider
        );
        if (said.Identity is { } identity)
            Store(commit, said.ItemId, identity);
        else
            foreach (var candidate in said.Candidates)
                Store(commit, said.ItemId, said.Provider, candidate);
        // A page that shows what waits for a choice hears of nothing else, as no field of the item changes by it.
        if (dropped + said.Candidates.Count > 0)
            commit
                .State<CatalogChanges>()
                .Edited.Add(new ItemEdited(item.Library, new ItemId(said.ItemId), item.Kind, ItemTouch.Updated));
    }

    /// <summary>What a person chose is changed by a person only.</summary>
    public static void Store(Commit commit, long itemId, Identity identity)
    {
        var kept = commit.Run(
            """
            update item_identities set id_type = @type, id_value = @value, how = @how, score = @score, explanation = @explanation,
                pinned = @pinned, updated_at = @now
            where item_id = @item and provider = @provider and (pinned = 0 or @pinned = 1 or how = @how)
            """,
            identity.Id.Type,
            identity.Id.Value,
            identity.How,
            identity.Score,
            identity.Explanation,
            identity.IsPinned ? 1L : 0L,
            commit.Millis(),
            itemId,
            identity.Provider
        );
        if (kept > 0)
            return;
        commit.Run(
            """
            insert into item_identities (item_id, provider, id_type, id_value, how, score, explanation, pinned, updated_at)
            values (@item, @provider, @type, @value, @how, @score, @explanation, @pinned, @now)
            on conflict (item_id, provider) do nothing
            """,
            itemId,
            identity.Provider,
            identity.Id.Type,
            identity.Id.Value,
            identity.How,
            identity.Score,
            identity.Explanation,
            identity.IsPinned ? 1L : 0L,
            commit.Millis()
        );
    }

    private static void Store(Commit commit, long itemId, string provider, ScoredMatch candidate) =>
        commit.Run(
            """
            insert into identity_candidates (item_id, provider, id_type, id_value, score, document, found_at)
            values (@item, @provider, @type, @value, @score, @document, @now)
            """,
            itemId,
            provider,
            candidate.Match.Id.Type,
            candidate.Match.Id.Value,
            candidate.Score.Points,
            JsonSerializer.Serialize(candidate, JobJson.Options),
            commit.Millis()
        );
}
