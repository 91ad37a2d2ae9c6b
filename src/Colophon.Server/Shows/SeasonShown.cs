using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Shows;

/// <summary>A season as lists show it.</summary>
public record SeasonShown : ItemShown
{
    internal SeasonShown(ShownItem item, ItemsInside inside, ParentShown? show)
        : base(item)
    {
        (ShowId, Show) = (item.Row.ParentId, show?.Title);
        IndexNumber = item.Values.Number(Fields.IndexNumber);
        ReleaseDate = item.Values.Date(Fields.ReleaseDate);
        EpisodesCount = inside.Children;
    }

    public long? ShowId { get; init; }

    /// <summary>The show's title.</summary>
    public string? Show { get; init; }

    /// <summary>0 for specials; null when nothing says it.</summary>
    public double? IndexNumber { get; init; }

    public string? ReleaseDate { get; init; }

    public long EpisodesCount { get; init; }
}

public sealed record SeasonList(IReadOnlyList<SeasonShown> Seasons, long Total);

/// <summary>A season with its trailers and extras.</summary>
public record SeasonDetail : SeasonShown, IItemDetail
{
    internal SeasonDetail(ShownItem item, ItemsInside inside, ParentShown? show, IReadOnlyList<VideoFileShown> files)
        : base(item, inside, show) => (Files, Warnings) = (files, item.Warnings);

    public IReadOnlyList<VideoFileShown> Files { get; init; }

    /// <summary>What is wrong with what lies in its folder.</summary>
    public IReadOnlyList<FindingShown> Warnings { get; init; }

    public object Resynced(ResyncReport report) => new ResyncedSeason(this, report);
}

/// <summary>A season that was read again, with all its episodes.</summary>
public sealed record ResyncedSeason : SeasonDetail
{
    public ResyncedSeason(SeasonDetail season, ResyncReport report)
        : base(season) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; init; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; init; }
}
