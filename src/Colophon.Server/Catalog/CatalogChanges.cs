using Colophon.Formats.Pictures;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>What the catalog did in one commit, for the commit steps above it: counters, cover jobs, announcements.</summary>
public sealed class CatalogChanges
{
    public List<ItemChange> Items { get; } = [];

    /// <summary>Items that were changed outside a reading: by hand, or merged again.</summary>
    public List<ItemEdited> Edited { get; } = [];

    /// <summary>What a person sees change, item by item and file by file; also of a dry run.</summary>
    public List<ValuesChanged> Values { get; } = [];

    /// <summary>Items of whose files a reading told other identifiers than before, whatever is shown.</summary>
    public HashSet<ItemId> Renamed { get; } = [];

    /// <summary>Items that got a person's edits back from a sidecar.</summary>
    public List<ItemId> Restored { get; } = [];

    public List<AssetFound> Assets { get; } = [];

    /// <summary>Items that lost or got pictures: another one may be their cover now.</summary>
    public List<ItemId> PicturesChanged { get; } = [];

    /// <summary>Items of which other pictures are in use now.</summary>
    public List<ItemId> Repainted { get; } = [];

    /// <summary>Units whose known files were not met where they were: the scan's reconciling looks at them.</summary>
    public List<UnitSuspected> Suspects { get; } = [];
}

/// <summary>How a scan touched an item.</summary>
public enum ItemTouch
{
    Added,
    Updated,
    Missing,
}

/// <param name="Item">Null in a dry run.</param>
public sealed record ItemChange(
    ScanStep Step,
    long? JobId,
    LibraryId Library,
    ItemId? Item,
    string Kind,
    string Title,
    string Path,
    ItemTouch Touch
);

/// <summary>An item that changed outside a scan.</summary>
public sealed record ItemEdited(LibraryId Library, ItemId Item, string Kind, ItemTouch Touch);

/// <param name="FileId">Null: the item's own fields.</param>
public sealed record ValuesChanged(ItemId Item, long? FileId, IReadOnlyDictionary<string, FieldChange> Fields);

public sealed record AssetFound(
    ScanStep Step,
    long? JobId,
    LibraryId Library,
    long AssetId,
    ItemId Item,
    string Kind,
    string Type,
    string? Language,
    string SourcePath,
    EmbeddedPicture? Embedded,
    UnitDepth Depth
);

public sealed record UnitSuspected(ScanId Scan, UnitId Unit);
