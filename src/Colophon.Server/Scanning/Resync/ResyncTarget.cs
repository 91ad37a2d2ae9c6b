using Colophon.Server.Catalog;

namespace Colophon.Server.Scanning.Resync;

/// <summary>How what is read stands against what is stored.</summary>
public enum ResyncMode
{
    /// <summary>By priority: a person's word and a provider's stay.</summary>
    ScanForNew,

    /// <summary>What the files say overwrites all but locked fields.</summary>
    RefreshAll,
}

/// <summary>What is to be read again.</summary>
/// <param name="FileId">Only this file of the item; null: all of them.</param>
/// <param name="UserId">Who asked, for the history.</param>
public sealed record ResyncTarget(long ItemId, long? FileId, ResyncMode Mode, CatalogWrite Write, long? UserId)
{
    /// <summary>The item's revision that the caller has seen; null: whichever.</summary>
    public long? Revision { get; init; }
}

/// <summary>A file that could not be read. Nothing that was stored of it is lost.</summary>
public sealed record FailedFile(long FileId, string Filepath, string Code, string Message);

/// <summary>What a resync did, or in a dry run would do.</summary>
/// <param name="Read">How many files were read.</param>
/// <param name="Removed">Files that are gone from disk.</param>
/// <param name="Changes">What a person sees change of this item.</param>
public sealed record ResyncReport(
    int Read,
    IReadOnlyList<FailedFile> Failed,
    IReadOnlyList<long> Removed,
    IReadOnlyList<ValuesChanged> Changes
);
