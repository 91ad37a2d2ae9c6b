using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>Merges what a draft holds: its own fields over all evidence, each file's over what is said of that file.</summary>
internal static class DraftMerge
{
    /// <param name="order">Of the library's providers.</param>
    public static void Run(ItemDraft draft, ProviderOrder order, DateTimeOffset now)
    {
        if (draft.Refreshed.Count > 0)
            Overwrite(draft, now);
        var evidence = EvidenceOf(draft, now);
        draft.Shown = MetadataMerge.Merge(draft.Kind, FieldLevel.Item, evidence, draft.Locks.Fields, order);
        foreach (var (id, file) in draft.Files)
        {
            var said = evidence.Where(document => document.FileId == id).ToList();
            file.Shown = MetadataMerge.Merge(draft.Kind, FieldLevel.File, said, file.Locks.Fields, order);
        }
    }

    /// <summary>The draft's evidence as the merge takes it.</summary>
    public static List<Evidence> EvidenceOf(ItemDraft draft, DateTimeOffset now) =>
        [
            .. draft.Evidence.Select(entry => new Evidence(
                entry.Key.Source,
                entry.Key.Origin,
                entry.Key.FileId,
                entry.Value.Document,
                entry.Key.FileId is { } file && draft.Files.TryGetValue(file, out var place)
                    ? place.Rank
                    : EvidenceRank.OfItem,
                now
            )),
        ];

    /// <summary>A refresh: stronger words for what the files give now are dropped, unless a lock holds the field.</summary>
    private static void Overwrite(ItemDraft draft, DateTimeOffset now)
    {
        Overwrite(draft, FieldLevel.Item, EvidenceOf(draft, now), draft.Locks);
        foreach (var (id, file) in draft.Files)
        {
            var ofFile = EvidenceOf(draft, now).Where(document => document.FileId == id).ToList();
            Overwrite(draft, FieldLevel.File, ofFile, file.Locks);
        }
    }

    private static void Overwrite(ItemDraft draft, FieldLevel level, List<Evidence> stored, DraftLocks locks)
    {
        var fresh = stored.Where(document => draft.Refreshed.Contains(KeyOf(document))).ToList();
        if (fresh.Count == 0)
            return;
        var kept = RefreshAll.Drop(draft.Kind, level, stored, fresh, locks.Fields);
        foreach (var document in kept)
            draft.Say(KeyOf(document), document.Document);
    }

    private static EvidenceKey KeyOf(Evidence evidence) => new(evidence.FileId, evidence.Source, evidence.Origin);
}
