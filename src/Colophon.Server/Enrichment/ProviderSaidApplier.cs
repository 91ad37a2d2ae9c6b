using Colophon.Jobs;
using Colophon.Server.Catalog;

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
        var told = records.Where(one => one.Said.Record is not null).ToList();
        var drafts = stage
            .Open([.. told.Select(one => one.Said.ItemId).Distinct().Order()], files)
            .ToDictionary(draft => draft.Id);
        foreach (var (said, jobId) in told)
        {
            if (!drafts.TryGetValue(said.ItemId, out var draft))
                continue;
            draft.Author ??= new ChangeAuthor(UserId: null, jobId);
            Take(stage, draft, said, said.Record!);
        }
        stage.Write(files);
        foreach (var (said, _) in records)
            IdentityRows.Store(commit, said);
    }

    /// <summary>A provider says one thing about an item: what it said under another id counts no more.</summary>
    private static void Take(ItemStage stage, ItemDraft draft, ProviderSaid said, ProviderTold told)
    {
        // The file may have gone to another item since it was asked for.
        var file = said.FileId is { } id && draft.Files.ContainsKey(id) ? said.FileId : null;
        var key = new EvidenceKey(file, said.Provider, told.Origin);
        foreach (
            var other in draft.Evidence.Keys.Where(other => other.Source == said.Provider && other != key).ToList()
        )
            stage.Forget(draft, other);
        draft.Say(key, draft.Said(key).Observe(told.Document));
    }
}
