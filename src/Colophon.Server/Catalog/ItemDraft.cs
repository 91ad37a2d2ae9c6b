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

    public bool IsNew => Row is null;

    public long? UnitId { get; set; } = row?.UnitId;

    /// <summary>The files of the item by id, in the order they were met.</summary>
    public Dictionary<long, DraftFile> Files { get; } = [];

    /// <summary>Evidence by who said it about what.</summary>
    public Dictionary<EvidenceKey, DraftEvidence> Evidence { get; } = [];

    public List<DraftAsset> Assets { get; } = [];

    public Merged Shown { get; set; } = Merged.Empty;

    /// <summary>The readings that made or touched it, with the jobs that brought them.</summary>
    public List<(UnitRead Reading, long JobId, string Path)> Readings { get; } = [];

    public bool HasRevived => Row?.MissingSince is not null && Files.Values.Any(file => file.Row.MissingSince is null);

    /// <summary>Takes in what a file's sources say now; a field a source no longer has stays as stale evidence.</summary>
    public void Observe(long fileId, DocumentRead document)
    {
        var origin = document.Origin ?? Origins.File(fileId);
        var key = new EvidenceKey(fileId, document.Source, origin);
        if (!Evidence.TryGetValue(key, out var stored))
        {
            Evidence[key] = new DraftEvidence(Id: null, document.Document, EvidenceTouch.Added);
            return;
        }
        var observed = stored.Document.Observe(document.Document);
        if (!observed.Equals(stored.Document))
            Evidence[key] = stored with { Document = observed, Touch = EvidenceTouch.Changed };
    }
}

internal readonly record struct EvidenceKey(long? FileId, string Source, string Origin);

internal enum EvidenceTouch
{
    Kept,
    Added,
    Changed,
}

internal sealed record DraftEvidence(long? Id, EvidenceDocument Document, EvidenceTouch Touch);

internal sealed record DraftAsset(long? FileId, AssetRead Read, UnitRead Reading, long JobId);

/// <summary>A file in its item.</summary>
internal sealed class DraftFile(FileRow row, FileTouch touch, string role, int position, bool linked)
{
    public FileRow Row { get; } = row;

    public FileTouch Touch { get; } = touch;

    public string Role { get; } = role;

    public int Position { get; } = position;

    /// <summary>Whether the row in item_files is there already, as it should be.</summary>
    public bool Linked { get; } = linked;

    public Merged Shown { get; set; } = Merged.Empty;

    public EvidenceRank Rank => EvidenceRank.Of(Row.Format, Role, Row.RelativePath);
}

/// <summary>Names of evidence origins. Persisted.</summary>
public static class Origins
{
    public static string File(long fileId) => $"file:{fileId}";
}
