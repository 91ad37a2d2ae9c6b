using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Music;

/// <summary>A track as lists show it.</summary>
public record TrackShown : ItemShown
{
    internal TrackShown(ShownItem item, ParentShown? album)
        : base(item)
    {
        var shown = item.Values;
        (AlbumId, Album, ArtistId) = (item.Row.ParentId, album?.Title, album?.ParentId);
        Artists = [.. item.People.Where(person => person.IsPerformer).Select(person => person.ToCredit())];
        People = [.. item.People.Where(person => !person.IsPerformer).Select(person => person.ToRole())];
        Disc = shown.Number(Fields.Disc);
        IndexNumber = shown.Number(Fields.IndexNumber);
        ReleaseDate = shown.Date(Fields.ReleaseDate);
        DurationS = item.Row.Duration;
    }

    public long? AlbumId { get; init; }

    public string? Album { get; init; }

    /// <summary>The item the album lies in.</summary>
    public long? ArtistId { get; init; }

    /// <summary>Who performs it; guests have a role of their own.</summary>
    public IReadOnlyList<CreditShown> Artists { get; init; }

    /// <summary>Composers and all others.</summary>
    public IReadOnlyList<RolePlayed> People { get; init; }

    public double? Disc { get; init; }

    /// <summary>Its number on the disc.</summary>
    public double? IndexNumber { get; init; }

    public string? ReleaseDate { get; init; }

    public double? DurationS { get; init; }
}

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end, and in the list of an album.</param>
public sealed record TrackList(IReadOnlyList<TrackShown> Tracks, long Total, string? Next);

/// <summary>A track with all there is to say about it.</summary>
public record TrackDetail : TrackShown, IItemDetail
{
    internal TrackDetail(ShownItem item, ParentShown? album, IReadOnlyList<TrackFileShown> files)
        : base(item, album) => (Files, Warnings) = (files, item.Warnings);

    public IReadOnlyList<TrackFileShown> Files { get; init; }

    /// <summary>What is wrong with what lies beside it.</summary>
    public IReadOnlyList<FindingShown> Warnings { get; init; }

    public object Resynced(ResyncReport report) => new ResyncedTrack(this, report);
}

/// <summary>The same, read again.</summary>
public sealed record ResyncedTrack : TrackDetail
{
    public ResyncedTrack(TrackDetail track, ResyncReport report)
        : base(track) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; init; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; init; }
}
