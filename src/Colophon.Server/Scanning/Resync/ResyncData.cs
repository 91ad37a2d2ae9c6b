namespace Colophon.Server.Scanning.Resync;

/// <summary>Data of a resync job: which items, how. One of the first four says which.</summary>
/// <param name="UserId">Who asked, for the history.</param>
public sealed record ResyncData(
    IReadOnlyList<long>? ItemIds,
    long? SeriesId,
    long? PersonId,
    long? LibraryId,
    bool Refresh,
    bool DryRun,
    long? UserId
);

/// <summary>How far a resync job is.</summary>
/// <param name="After">Items up to this id are done.</param>
public sealed record ResyncCursor(long After, long Done, long Failed, long Total);
