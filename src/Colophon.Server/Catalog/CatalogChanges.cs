using Colophon.Formats.Pictures;

namespace Colophon.Server.Catalog;

/// <summary>What the catalog did in one commit, for the commit steps above it: counters, cover jobs, announcements.</summary>
public sealed class CatalogChanges
{
    public List<ItemChange> Items { get; } = [];

    public List<AssetFound> Assets { get; } = [];

    /// <summary>Items that lost a picture: another one may take the place of their cover.</summary>
    public List<ItemId> PicturesLost { get; } = [];

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
    long JobId,
    LibraryId Library,
    ItemId? Item,
    string Kind,
    string Title,
    string Path,
    ItemTouch Touch
);

public sealed record AssetFound(
    ScanStep Step,
    long JobId,
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
