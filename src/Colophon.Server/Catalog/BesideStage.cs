using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>What files beside media do to a draft: those that are gone, and edits that come back.</summary>
internal static class BesideStage
{
    /// <summary>A sidecar that is not there any more: what it said is marked stale, as with every source.</summary>
    /// <param name="fileId">Null: those of the item.</param>
    /// <param name="unit">That was read: of a container it is one of several that speak.</param>
    public static void MarkGone(ItemDraft draft, long? fileId, IReadOnlyList<DocumentRead> met, TakenUnit unit)
    {
        foreach (var (key, stored) in draft.Evidence.Where(entry => IsGone(entry.Key, fileId, met)).ToList())
        {
            if (!draft.IsContainer || stored.UnitId is null || stored.UnitId == unit.Id)
                draft.Say(key, stored.Document.Observe(EvidenceDocument.Empty));
        }
    }

    /// <summary>Gives a person's edits back where there are none. True when it did.</summary>
    public static bool Restore(ItemDraft draft, long? fileId, KeptEdits? edits, DraftLocks locks)
    {
        if (edits is null || draft.Evidence.Keys.Any(key => key.FileId == fileId && key.Source == Sources.Manual))
            return false;
        foreach (var document in edits.Documents)
        {
            var key = new EvidenceKey(fileId, document.Source, document.Origin ?? Origins.Edit);
            if (!draft.Evidence.ContainsKey(key))
                draft.Say(key, document.Document);
        }
        if (edits.Locks.Count > 0 && locks.Fields.Count == 0)
            locks.Fields = edits.Locks;
        if (edits.Cover is { } cover)
            draft.KeptCovers.Add((fileId, cover));
        return true;
    }

    private static bool IsGone(EvidenceKey key, long? fileId, IReadOnlyList<DocumentRead> met) =>
        key.Source == Sources.Sidecar
        && key.FileId == fileId
        && !met.Any(document => document.Source == key.Source && document.Origin == key.Origin);
}
