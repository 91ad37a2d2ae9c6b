using System.Collections.Frozen;
using Colophon.Formats;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>What one reading of a unit found; the same record for a scan and a resync.</summary>
/// <param name="Revision">The unit's revision before its files were looked at; 0 when it had no row. Refused when it is no longer current.</param>
/// <param name="Fingerprint">Null when the unit changed while it was read, or is too fresh to be sure.</param>
/// <param name="Gone">Known files of the unit that are no longer on disk: the scan's reconciling looks at them again.</param>
public sealed record UnitRead(
    UnitAddress Unit,
    long Revision,
    long? Fingerprint,
    UnitDepth Depth,
    int ReaderVersion,
    IReadOnlyList<FileRead> Files,
    IReadOnlyList<ItemRead> Items,
    IReadOnlyList<FileId> Gone,
    ScanStep Step
)
{
    /// <summary>
    /// Relative paths of the files that are refreshed: what they say goes before what a person or a provider said. The unit's own path
    /// stands for what it says of containers.
    /// </summary>
    public IReadOnlySet<string> Refreshed { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Who asked for it; null: its job.</summary>
    public long? UserId { get; init; }
}

/// <summary>Where a unit lies.</summary>
/// <param name="RelativePath">Below its root, with <c>/</c>; empty for the root itself.</param>
public sealed record UnitAddress(LibraryId Library, long RootId, string RelativePath);

/// <summary>How much of a unit has been read. A scan reads a unit again when it asks for more than that.</summary>
[Flags]
public enum UnitDepth
{
    Nothing = 0,
    Metadata = 1,
    Assets = 2,
    Cached = 4,

    /// <summary>What is in a video: only video libraries ask for it.</summary>
    Streams = 8,
}

/// <summary>The scan a reading belongs to; <see cref="None"/> outside one.</summary>
public sealed record ScanStep(ScanId? Scan, CatalogWrite Write)
{
    public static readonly ScanStep None = new(null, CatalogWrite.Keep);
}

/// <summary>Whether what is written stays.</summary>
public enum CatalogWrite
{
    Keep,

    /// <summary>A dry run: counted, then rolled back.</summary>
    RollBack,
}

/// <summary>A media file of the unit.</summary>
/// <param name="Documents">What its sources say; null when it has not changed and was not read again.</param>
/// <param name="MovedFrom">Rows with this content whose own path is gone, best first.</param>
public sealed record FileRead(
    string RelativePath,
    string Name,
    string Format,
    long Size,
    long ModifiedNs,
    long QuickHash,
    IReadOnlyList<DocumentRead>? Documents,
    IReadOnlyList<Finding> Findings,
    MediaFacts Facts,
    IReadOnlyList<FileId> MovedFrom
)
{
    /// <summary>What files beside it say, read whether or not it changed itself.</summary>
    public IReadOnlyList<DocumentRead> Beside { get; init; } = [];

    public KeptEdits? Edits { get; init; }
}

/// <summary>Measured facts that no source can disagree about.</summary>
public sealed record MediaFacts(double? DurationSeconds, long? PageCount)
{
    public static readonly MediaFacts None = new(null, null);

    /// <summary>Where the file stands among the parts of its item, as its tags say.</summary>
    public int? Disc { get; init; }

    public int? Track { get; init; }

    /// <summary>Of the file itself and, beside it, of its subtitles and sound tracks; null when they were not looked at.</summary>
    public IReadOnlyList<MediaStream>? Streams { get; init; }
}

/// <summary>All that one source says about a file (and through it about its item).</summary>
/// <param name="Origin">Null: the file itself.</param>
public sealed record DocumentRead(string Source, string? Origin, EvidenceDocument Document);

/// <summary>An item that the unit's files make.</summary>
public sealed record ItemRead(
    string Kind,
    string IdentityKey,
    IReadOnlyList<ItemFileRead> Files,
    IReadOnlyList<AssetRead> Assets
)
{
    /// <summary>What is said about the item and none of its files; without an origin it is the unit's own word.</summary>
    public IReadOnlyList<DocumentRead> Documents { get; init; } = [];

    public KeptEdits? Edits { get; init; }

    /// <summary>What is wrong with what lies beside its files; null when nobody looked.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>What it lies in; null at the top.</summary>
    public ContainerRead? Parent { get; init; }
}

/// <param name="File">Index into <see cref="UnitRead.Files"/>.</param>
public sealed record ItemFileRead(int File, string Role, int Position);

/// <param name="File">Index into <see cref="UnitRead.Files"/>, or null when the asset is the item's own.</param>
/// <param name="SourcePath">Absolute path of the picture, or of the archive that holds it.</param>
public sealed record AssetRead(
    int? File,
    string Type,
    string? Language,
    string Source,
    string Origin,
    string SourcePath,
    EmbeddedPicture? Embedded
);

/// <summary>Roles of a file in its item. Persisted.</summary>
public static class FileRoles
{
    public const string Main = "main";
    public const string Part = "part";
    public const string Extra = "extra";
    public const string Trailer = "trailer";
    public const string Supplement = "supplement";
}

/// <summary>States of items. Persisted.</summary>
public static class ItemStates
{
    public const string Discovered = "discovered";
    public const string Enriched = "enriched";
    public const string EnrichmentFailed = "enrichment_failed";
}
