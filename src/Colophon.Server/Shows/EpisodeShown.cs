using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Shows;

/// <summary>An episode as lists show it.</summary>
public record EpisodeShown : FilmShown
{
    internal EpisodeShown(ShownItem item, ParentShown? season)
        : base(item)
    {
        (ShowId, Show) = (season?.ParentId, season?.ParentTitle);
        (SeasonId, Season) = (item.Row.ParentId, season?.IndexNumber);
        IndexNumber = item.Values.Number(Fields.IndexNumber);
        IndexNumberEnd = item.Values.Number(Fields.IndexNumberEnd);
        Aired = item.Values.Date(Fields.ReleaseDate);
        DurationS = item.Row.Duration;
    }

    public long? ShowId { get; init; }

    /// <summary>The show's title.</summary>
    public string? Show { get; init; }

    public long? SeasonId { get; init; }

    /// <summary>The season's number; 0 for specials.</summary>
    public double? Season { get; init; }

    public double? IndexNumber { get; init; }

    /// <summary>The last, of a file that holds several.</summary>
    public double? IndexNumberEnd { get; init; }

    /// <summary>First shown.</summary>
    public string? Aired { get; init; }

    public double? DurationS { get; init; }
}

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end, and in the list of a season.</param>
public sealed record EpisodeList(IReadOnlyList<EpisodeShown> Episodes, long Total, string? Next);

/// <summary>An episode with all there is to say about its files.</summary>
public record EpisodeDetail : EpisodeShown, IItemDetail
{
    internal EpisodeDetail(ShownItem item, ParentShown? season, IReadOnlyList<VideoFileShown> files)
        : base(item, season) => (Files, Warnings) = (files, item.Warnings);

    public IReadOnlyList<VideoFileShown> Files { get; init; }

    /// <summary>What is wrong with what lies beside its files.</summary>
    public IReadOnlyList<FindingShown> Warnings { get; init; }

    public object Resynced(ResyncReport report) => new ResyncedEpisode(this, report);
}

/// <summary>An episode that was read again.</summary>
public sealed record ResyncedEpisode : EpisodeDetail
{
    public ResyncedEpisode(EpisodeDetail episode, ResyncReport report)
        : base(episode) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; init; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; init; }
}
