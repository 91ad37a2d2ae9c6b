using System.Text.Json.Serialization;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Movies;

/// <summary>A movie as lists show it.</summary>
public record MovieShown(
    long Id,
    long LibraryId,
    string Title,
    string? OriginalTitle,
    string SortTitle,
    long? Year,
    string? Tagline,
    string? Outline,
    string? Description,
    string? ReleaseDate,
    double? RuntimeMin,
    string? Certification,
    IReadOnlyList<RatingShown> Ratings,
    double? UserRating,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Studios,
    IReadOnlyList<string> Countries,
    IReadOnlyList<RolePlayed> People,
    string? Collection,
    string? TrailerUrl,
    IReadOnlyList<IdentifierShown> Identifiers,
    double? DurationS,
    string? CoverUrl,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<string> Locks,
    string State,
    DateTime? MissingSince,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    [property: JsonIgnore] long Revision
);

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end of the list.</param>
public sealed record MovieList(IReadOnlyList<MovieShown> Movies, long Total, string? Next);

/// <summary>A movie with all there is to say about its files.</summary>
public record MovieDetail : MovieShown, IItemDetail
{
    public MovieDetail(MovieShown movie, IReadOnlyList<VideoFileShown> files)
        : base(movie) => Files = files;

    /// <summary>Versions and parts first, then trailers and extras.</summary>
    public IReadOnlyList<VideoFileShown> Files { get; }

    public object Resynced(ResyncReport report) => new ResyncedMovie(this, report);
}

/// <summary>A movie that was read again.</summary>
public sealed record ResyncedMovie : MovieDetail
{
    public ResyncedMovie(MovieDetail movie, ResyncReport report)
        : base(movie, movie.Files) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; }
}
