using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Editing;

/// <summary>
/// One item opened to be changed by a person: what is said by hand, what is locked. Closing it merges and writes, by the
/// same stages as a scan.
/// </summary>
internal sealed class ItemEdit
{
    private readonly Commit commit;
    private readonly ItemStage stage;
    private readonly FileStage files;
    private readonly ItemDraft draft;
    private readonly ItemTarget target;

    private ItemEdit(Commit commit, ItemStage stage, FileStage files, ItemDraft draft, ItemTarget target) =>
        (this.commit, this.stage, this.files, this.draft, this.target) = (commit, stage, files, draft, target);

    public FieldLevel Level => target.FileId is null ? FieldLevel.Item : FieldLevel.File;

    public string Kind => draft.Kind;

    /// <summary>What is shown before the edit.</summary>
    public Merged Before =>
        target.FileId is { } file ? draft.Files[file].Before : Merged.Parse(draft.Row!.Metadata, draft.Row.Sources);

    public DraftLocks Locks => target.FileId is { } file ? draft.Files[file].Locks : draft.Locks;

    /// <summary>What a person said here.</summary>
    public EvidenceDocument Manual => draft.Said(ManualKey);

    private EvidenceKey ManualKey => new(target.FileId, Sources.Manual, Origins.Edit);

    /// <exception cref="ApiErrorException">404: it is not there.</exception>
    public static ItemEdit Open(Commit commit, TimeProvider clock, ItemTarget target, ChangeAuthor author)
    {
        var fileStage = new FileStage(commit);
        var itemStage = new ItemStage(commit, clock);
        var opened = itemStage.Open(target.ItemId, fileStage);
        if (opened is null || (target.FileId is { } file && !opened.Files.ContainsKey(file)))
            throw ApiErrors.NotFound().AsException();
        opened.Author = author;
        return new ItemEdit(commit, itemStage, fileStage, opened, target);
    }

    /// <summary>A person says these values; <see cref="ClearedValue"/> clears on purpose. A lock then holds the new value.</summary>
    public void Say(IReadOnlyDictionary<string, FieldValue> values)
    {
        var manual = Manual;
        foreach (var (field, value) in values)
        {
            manual = manual.With(field, value);
            if (Locks.Fields.ContainsKey(field))
                Locks.Fields = FieldLocks.Edited(Locks.Fields, field, value);
        }
        draft.Say(ManualKey, manual);
    }

    /// <summary>What a person said about a field counts no more.</summary>
    public void Unsay(string field) => draft.Say(ManualKey, Manual.Without(field));

    /// <summary>Locks a field at what was just said by hand, else at what is shown.</summary>
    public void Lock(string field)
    {
        Locks.Fields = FieldLocks.Lock(Locks.Fields, field, Before);
        if (Manual.Fields.TryGetValue(field, out var said))
            Locks.Fields = FieldLocks.Edited(Locks.Fields, field, said);
    }

    public void Unlock(string field) => Locks.Fields = FieldLocks.Unlock(Locks.Fields, field);

    /// <summary>Of a locked type the pictures in use now stay; unlocked, others may take their place.</summary>
    public void HoldPictures(string type, IPicturesInUse used)
    {
        if (!Locks.Fields.ContainsKey(type))
        {
            commit.Run(
                "update assets set selected = 0, locked = 0 where item_id = @item and type = @type and locked = 1",
                target.ItemId,
                type
            );
            return;
        }
        foreach (var held in used.Of(commit, target.ItemId, type))
            commit.Run("update assets set selected = 1, locked = 1 where id = @id", held);
    }

    /// <summary>Drops what an origin said about a field. False when it said nothing.</summary>
    public bool Forget(string source, string origin, string field)
    {
        // An item's field may be said by one of its files, so the origin is looked for in all that is said.
        var said = draft.Evidence.Keys.Where(key =>
            key.Source == source && key.Origin == origin && (target.FileId is null || key.FileId == target.FileId)
        );
        var forgotten = false;
        foreach (var key in said.Where(key => draft.Said(key).Fields.ContainsKey(field)).ToList())
        {
            draft.Say(key, draft.Said(key).Without(field));
            forgotten = true;
        }
        return forgotten;
    }

    public void Close() => stage.Write(files);
}
