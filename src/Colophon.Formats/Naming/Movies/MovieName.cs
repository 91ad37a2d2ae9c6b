using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Movies;

/// <summary>What a path says about a movie. Nulls and empty lists are what it does not say.</summary>
/// <param name="Title">Null only for a path without a name.</param>
/// <param name="OtherTitles">Behind "aka".</param>
/// <param name="Edition">As the name writes it: <c>Director's Cut</c>.</param>
/// <param name="Part">Number of the file where several are one movie.</param>
/// <param name="Ids">By provider: <c>tmdb</c>, <c>imdb</c>, <c>tvdb</c>.</param>
/// <param name="Release">What the words of a release say; the edition among them is <paramref name="Edition"/>.</param>
public sealed record MovieName(
    string? Title,
    IReadOnlyList<string> OtherTitles,
    int? Year,
    string? Edition,
    int? Part,
    IReadOnlyDictionary<string, string> Ids,
    ReleaseFacts Release
);

/// <summary>The meaning of a movie's path and the rules that gave it.</summary>
public sealed record MoviePathExplanation(MovieName Name, IReadOnlyList<RuleHit> Rules);

/// <summary>What is known about the folder a file lies in before its path is read.</summary>
public enum MoviePlace
{
    /// <summary>Nothing: the path decides.</summary>
    Unknown,

    /// <summary>All files of the folder are one movie.</summary>
    OneMovie,

    /// <summary>Every film of the folder is a movie of its own, so the file bears the title.</summary>
    ManyMovies,
}
