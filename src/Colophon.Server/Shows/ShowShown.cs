using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Shows;

/// <summary>A show as lists show it.</summary>
public record ShowShown : FilmShown
{
    internal ShowShown(ShownItem item, ItemsInside inside)
        : base(item)
    {
        var shown = item.Values;
        Tagline = shown.Text(Fields.Tagline);
        ReleaseDate = shown.Date(Fields.ReleaseDate);
        EndDate = shown.Date(Fields.EndDate);
        Status = shown.Text(Fields.Status);
        Countries = item.Terms.Named(TermTypes.Country);
        TrailerUrl = shown.Text(Fields.Trailer);
        (SeasonsCount, EpisodesCount) = (inside.Children, inside.Grandchildren);
    }

    public string? Tagline { get; init; }

    /// <summary>First shown.</summary>
    public string? ReleaseDate { get; init; }

    /// <summary>Last shown.</summary>
    public string? EndDate { get; init; }

    /// <summary>As its source writes it: <c>Continuing</c>, <c>Ended</c>.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string> Countries { get; init; }

    public string? TrailerUrl { get; init; }

    public long SeasonsCount { get; init; }

    public long EpisodesCount { get; init; }
}

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end of the list.</param>
public sealed record ShowList(IReadOnlyList<ShowShown> Shows, long Total, string? Next);

/// <summary>A show with its trailers and extras.</summary>
public record ShowDetail : ShowShown, IItemDetail
{
    internal ShowDetail(ShownItem item, ItemsInside inside, IReadOnlyList<VideoFileShown> files)
        : base(item, inside) => (Files, Warnings) = (files, item.Warnings);

    public IReadOnlyList<VideoFileShown> Files { get; init; }

    /// <summary>What is wrong with what lies in its folder.</summary>
    public IReadOnlyList<FindingShown> Warnings { get; init; }

    public object Resynced(ResyncReport report) => new ResyncedShow(this, report);
}

/// <summary>A show that was read again, with all its episodes.</summary>
public sealed record ResyncedShow : ShowDetail
{
    public ResyncedShow(ShowDetail show, ResyncReport report)
        : base(show) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; init; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; init; }
}
