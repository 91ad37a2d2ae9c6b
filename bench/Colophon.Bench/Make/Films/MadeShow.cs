namespace Colophon.Bench.Make.Films;

/// <summary>A show among the groups of a manifest.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="Files">What lies in its folder.</param>
internal sealed record MadeShow(
    string Title,
    int Year,
    string Path,
    string Plot,
    int Tmdb,
    int Tvdb,
    string Imdb,
    IReadOnlyList<string> Genres,
    string Studio,
    string Status,
    string Premiered,
    string Mpaa,
    IReadOnlyList<MadeActor> Actors,
    IReadOnlyList<string> Files
);

/// <summary>An episode of a manifest.</summary>
internal sealed record MadeEpisode : MadeFilm
{
    public required string Show { get; init; }

    public required int Season { get; init; }

    public required int Episode { get; init; }

    public required string Aired { get; init; }

    public required int Tvdb { get; init; }
}
