using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>An item while a group of readings is taken in: what is stored about it and what is said now.</summary>
internal sealed class ItemDraft(LibraryId library, string kind, string identityKey, ItemRow? row)
{
    public ItemRow? Row { get; } = row;

    public LibraryId Library { get; } = library;

    public string Kind { get; } = kind;

    public string IdentityKey { get; set; } = identityKey;

    public long Id { get; set; } = row?.Id ?? 0;

    /// <summary>The container that a reading puts it into; null when none said, and it stays where it is.</summary>
    public ItemDraft? Parent { get; set; }

    /// <summary>Null at the top. Of a new container it is known when that has been written.</summary>
    public long? ParentId => Parent?.Id ?? Row?.ParentId;

    public bool IsContainer => ItemKinds.IsContainer(Kind);

    /// <summary>Whether no scan is to bring it back: said of itself, or of what a new one lies in.</summary>
    public bool IsExcluded => Row is null ? Parent?.IsExcluded == true : Row.Excluded != 0;

    public bool IsNew => Row is null;

    public long? UnitId { get; set; } = row?.UnitId;

    public DraftLocks Locks { get; } = new(row?.Locks);

    /// <summary>Who changes it, for the history; null: the job of the first reading.</summary>
    public ChangeAuthor? Author { get; set; }

    /// <summary>What was read of files that are being refreshed.</summary>
    public HashSet<EvidenceKey> Refreshed { get; } = [];

    /// <summary>The files of the item by id, in the order they were met.</summary>
    public Dictionary<long, DraftFile> Files { get; } = [];

    /// <summary>Covers that a person had chosen, as sidecars kept them; by file, null for the item's own.</summary>
    public List<(long? FileId, KeptCover Cover)> KeptCovers { get; } = [];

    /// <summary>Evidence by who said it about what.</summary>
    public Dictionary<EvidenceKey, DraftEvidence> Evidence { get; } = [];

    public List<DraftAsset> Assets { get; } = [];

    /// <summary>The units that spoke of it as a whole.</summary>
    public HashSet<long> WholeUnits { get; } = [];

    /// <summary>What is wrong with the files beside it, as JSON; null when nobody looked.</summary>
    public string? Findings { get; set; }

    public Merged Shown { get; set; } = Merged.Empty;

    /// <summary>The readings that made or touched it, with the jobs that brought them.</summary>
    public List<(UnitRead Reading, long? JobId, string Path)> Readings { get; } = [];

    /// <summary>Files that a person moved here, by where they were.</summary>
    public List<FilesFrom> Gathered { get; } = [];

    /// <summary>Whether files of it belong to another item now.</summary>
    public bool HasLostFiles { get; set; }

    /// <summary>Whether files came or went, whatever that does to what is shown.</summary>
    public bool HasOtherFiles => HasLostFiles || Files.Values.Any(file => file.Link == LinkTouch.Moved);

    /// <summary>Whether all its files belong to other items now.</summary>
    public bool IsEmptied => HasLostFiles && Files.Count == 0;

    /// <summary>Whether a reading spoke of it as a whole, and not only of files that a person put into it.</summary>
    public bool IsReadAsWhole => WholeUnits.Count > 0;

    /// <summary>Whether a reading told an identifier that was not known of its files before.</summary>
    public bool HasOtherIdentifiers { get; private set; }

    public bool HasRevived => Row?.MissingSince is not null && Files.Values.Any(file => file.Row.MissingSince is null);

    /// <summary>What is stored of one origin, to be said anew by a person.</summary>
    public EvidenceDocument Said(EvidenceKey key) =>
        Evidence.TryGetValue(key, out var stored) ? stored.Document : EvidenceDocument.Empty;

    /// <summary>Puts a document in the place of what is stored of its origin.</summary>
    public void Say(EvidenceKey key, EvidenceDocument document)
    {
        if (!Evidence.TryGetValue(key, out var stored))
            Evidence[key] = new DraftEvidence(Id: null, UnitId: null, document, EvidenceTouch.Added);
        else if (!stored.Document.Equals(document))
            Evidence[key] = stored with { Document = document, Touch = stored.Changed };
    }

    /// <summary>Takes in what a source says now; a field it no longer has stays as stale evidence.</summary>
    /// <param name="fileId">Null: about the item.</param>
    /// <param name="unit">That says it.</param>
    public EvidenceKey Observe(long? fileId, DocumentRead document, TakenUnit unit)
    {
        var origin = document.Origin ?? (fileId is { } file ? Origins.File(file) : Origins.Unit(unit.Address));
        var key = new EvidenceKey(fileId, document.Source, origin);
        HasOtherIdentifiers |= !IsNew && IdentifiersOf(document.Document).Any(told => !ToldIdentifiers.Contains(told));
        if (!Evidence.TryGetValue(key, out var stored))
            Evidence[key] = new DraftEvidence(Id: null, unit.Id, document.Document, EvidenceTouch.Added);
        else if (
            stored.Document.Observe(document.Document) is var now
            && (!now.Equals(stored.Document) || stored.UnitId != unit.Id)
        )
            Evidence[key] = stored with { UnitId = unit.Id, Document = now, Touch = stored.Changed };
        return key;
    }

    private IEnumerable<Identifier> ToldIdentifiers =>
        Evidence
            .Where(said => !Sources.IsProvider(said.Key.Source))
            .SelectMany(said => IdentifiersOf(said.Value.Document));

    private static IEnumerable<Identifier> IdentifiersOf(EvidenceDocument document) =>
        document.Fields.GetValueOrDefault(Fields.Identifiers) is IdentifiersValue told ? told.Entries : [];
}

/// <summary>A unit whose reading is taken in.</summary>
internal sealed record TakenUnit(long Id, UnitAddress Address);

internal readonly record struct EvidenceKey(long? FileId, string Source, string Origin);

internal enum EvidenceTouch
{
    Kept,
    Added,
    Changed,
}

/// <param name="UnitId">The unit that said it; null when none did, or it is no more.</param>
internal sealed record DraftEvidence(long? Id, long? UnitId, EvidenceDocument Document, EvidenceTouch Touch)
{
    /// <summary>How its row is to be written when it changes: one that is not there yet is still added.</summary>
    public EvidenceTouch Changed => Touch == EvidenceTouch.Added ? EvidenceTouch.Added : EvidenceTouch.Changed;
}

/// <summary>Who changed an item: a person, or a job.</summary>
public sealed record ChangeAuthor(long? UserId, long? JobId);

/// <summary>The locks of an item or a file.</summary>
internal sealed class DraftLocks(string? stored)
{
    private IReadOnlyDictionary<string, FieldLock>? fields;

    public IReadOnlyDictionary<string, FieldLock> Fields
    {
        get => fields ??= stored is null ? FieldLocks.None : FieldLocks.Parse(stored);
        set => (fields, HasChanged) = (value, true);
    }

    public bool HasChanged { get; private set; }

    public string ToJson() => fields is null ? stored ?? "{}" : FieldLocks.ToJson(fields);
}

/// <param name="UnitId">The unit that showed it.</param>
internal sealed record DraftAsset(long? FileId, AssetRead Read, UnitRead Reading, long UnitId, long? JobId);

/// <summary>A file in its item.</summary>
internal sealed class DraftFile(FileRow row, FileTouch touch, FilePlace place, LinkTouch link)
{
    private Merged? before;

    public FileRow Row { get; } = row;

    public FileTouch Touch { get; } = touch;

    public FilePlace Place { get; } = place;

    public LinkTouch Link { get; } = link;

    public DraftLocks Locks { get; } = new(row.Locks);

    /// <summary>What was shown before; the stored row's.</summary>
    public Merged Before => before ??= Merged.Parse(Row.Metadata, Row.Sources);

    public Merged Shown { get; set; } = Merged.Empty;

    public bool HasNewValues => !Before.Equals(Shown);

    public EvidenceRank Rank => Place.RankOf(Row.Format, Row.RelativePath);
}

/// <summary>What becomes of a file's row in item_files.</summary>
internal enum LinkTouch
{
    Kept,
    Written,

    /// <summary>It belonged to another item until now.</summary>
    Moved,
}

/// <summary>Names of evidence origins. Persisted.</summary>
public static class Origins
{
    /// <summary>Of what a person said here.</summary>
    public const string Edit = "edit";

    public static string File(long fileId) => $"file:{fileId}";

    /// <summary>Of what a unit says about a container: its path, so that the order in which units come plays no part.</summary>
    public static string Unit(UnitAddress unit) => $"unit:{unit.RelativePath}";
}
