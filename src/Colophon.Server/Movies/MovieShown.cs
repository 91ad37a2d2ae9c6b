using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Movies;

/// <summary>A movie as lists show it.</summary>
public record MovieShown : FilmShown
{
    internal MovieShown(ShownItem item)
        : base(item)
    {
        var shown = item.Values;
        Tagline = shown.Text(Fields.Tagline);
        ReleaseDate = shown.Date(Fields.ReleaseDate);
        Countries = item.Terms.Named(TermTypes.Country);
        Collection = shown.Text(Fields.Collection);
        TrailerUrl = shown.Text(Fields.Trailer);
        DurationS = item.Row.Duration;
    }

    public string? Tagline { get; init; }

    public string? ReleaseDate { get; init; }

    public IReadOnlyList<string> Countries { get; init; }

    public string? Collection { get; init; }

    public string? TrailerUrl { get; init; }

    public double? DurationS { get; init; }
}

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end of the list.</param>
public sealed record MovieList(IReadOnlyList<MovieShown> Movies, long Total, string? Next);

/// <summary>A movie with all there is to say about its files.</summary>
public record MovieDetail : MovieShown, IItemDetail
{
    internal MovieDetail(ShownItem item, IReadOnlyList<VideoFileShown> files)
        : base(item) => (Files, Warnings) = (files, item.Warnings);

    /// <summary>Versions and parts first, then trailers and extras.</summary>
    public IReadOnlyList<VideoFileShown> Files { get; init; }

    /// <summary>What is wrong with what lies beside its files.</summary>
    public IReadOnlyList<FindingShown> Warnings { get; init; }

    public object Resynced(ResyncReport report) => new ResyncedMovie(this, report);
}

/// <summary>A movie that was read again.</summary>
public sealed record ResyncedMovie : MovieDetail
{
    public ResyncedMovie(MovieDetail movie, ResyncReport report)
        : base(movie) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; init; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; init; }
}
