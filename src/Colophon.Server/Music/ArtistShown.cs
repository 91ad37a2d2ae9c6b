using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Music;

/// <summary>An artist as lists show it: a person or a group under whose name albums lie.</summary>
public record ArtistShown : ItemShown
{
    internal ArtistShown(ShownItem item, ItemsInside inside)
        : base(item)
    {
        BeginDate = item.Values.Date(Fields.BeginDate);
        EndDate = item.Values.Date(Fields.EndDate);
        Styles = item.Terms.Named(TermTypes.Style);
        Moods = item.Terms.Named(TermTypes.Mood);
        (AlbumsCount, TracksCount) = (inside.Children, inside.Grandchildren);
    }

    /// <summary>Born or formed.</summary>
    public string? BeginDate { get; init; }

    /// <summary>Died or disbanded.</summary>
    public string? EndDate { get; init; }

    public IReadOnlyList<string> Styles { get; init; }

    public IReadOnlyList<string> Moods { get; init; }

    public long AlbumsCount { get; init; }

    public long TracksCount { get; init; }
}

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end of the list.</param>
public sealed record ArtistList(IReadOnlyList<ArtistShown> Artists, long Total, string? Next);

/// <summary>An artist with all there is to say about it.</summary>
public record ArtistDetail : ArtistShown, IItemDetail
{
    internal ArtistDetail(ShownItem item, ItemsInside inside)
        : base(item, inside) => Warnings = item.Warnings;

    /// <summary>What is wrong with what lies beside it.</summary>
    public IReadOnlyList<FindingShown> Warnings { get; init; }

    public object Resynced(ResyncReport report) => new ResyncedArtist(this, report);
}

/// <summary>The same, read again with all that lies in it.</summary>
public sealed record ResyncedArtist : ArtistDetail
{
    public ResyncedArtist(ArtistDetail artist, ResyncReport report)
        : base(artist) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; init; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; init; }
}
