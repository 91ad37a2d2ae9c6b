using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Pictures;

namespace Colophon.Server.Enrichment;

/// <summary>
/// Stores what providers told: as evidence, merged into what is shown by the same stages as a scan and an edit; and what items are called there.
/// </summary>
internal sealed class ProviderSaidApplier(TimeProvider clock) : IApplier<ProviderSaid>
{
    public void Apply(IReadOnlyList<Applied<ProviderSaid>> records, Commit commit)
    {
        foreach (var applied in records)
            if (applied.Record.Asked?.IsOutdated(commit) == true)
                applied.Refuse!();
        Store([.. records.Select(applied => (applied.Record, (long?)applied.Job.Id))], commit);
    }

    /// <param name="records">With the jobs that brought them.</param>
    public void Store(IReadOnlyList<(ProviderSaid Said, long? JobId)> records, Commit commit)
    {
        var files = new FileStage(commit);
        var stage = new ItemStage(commit, clock);
        var told = records.Where(one => one.Said.Record is not null || one.Said.Asked?.Subject is not null).ToList();
        var drafts = stage
            .Open([.. told.Select(one => one.Said.ItemId).Distinct().Order()], files)
            .ToDictionary(draft => draft.Id);
        foreach (var (said, jobId) in told)
        {
            if (!drafts.TryGetValue(said.ItemId, out var draft))
                continue;
            draft.Author ??= new ChangeAuthor(UserId: null, jobId);
            ForgetOthers(commit, stage, draft, said);
            if (said.Record is { } record)
                Take(draft, KeyOf(draft, said, record), record);
        }
        stage.Write(files);
        foreach (var (said, _) in records)
            IdentityRows.Store(commit, said);
    }

    /// <summary>
    /// A provider says one thing about an item: what it said under another id counts no more, and what it showed as little. Of what it
    /// does not know any longer the last word stays.
    /// </summary>
    private static void ForgetOthers(Commit commit, ItemStage stage, ItemDraft draft, ProviderSaid said)
    {
        EvidenceKey? kept = said.Record is { } record ? KeyOf(draft, said, record) : null;
        // By the id it was asked for it may have spoken before: of two records that were merged there is one left.
        bool IsOfSame(EvidenceKey key) => key.Origin == said.Record?.Origin || key.Origin == said.Asked?.Origin;
        var others = draft.Evidence.Keys.Where(key => key.Source == said.Provider && key != kept).ToList();
        foreach (var other in others.Where(other => kept is not null || !IsOfSame(other)))
            stage.Forget(draft, other);
        if (others.Exists(other => !IsOfSame(other)))
            ProviderOffers.Drop(commit, draft.Id, said.Provider);
    }

    private static void Take(ItemDraft draft, EvidenceKey key, ProviderTold told) =>
        draft.Say(key, draft.Said(key).Observe(told.Document));

    /// <summary>The file may have gone to another item since it was asked for.</summary>
    private static EvidenceKey KeyOf(ItemDraft draft, ProviderSaid said, ProviderTold told) =>
        new(said.FileId is { } id && draft.Files.ContainsKey(id) ? id : null, said.Provider, told.Origin);
}
