namespace Colophon.Bench.Make.Films;

/// <summary>A show among the groups of a manifest.</summary>
internal sealed record MadeShow
{
    public required string Title { get; init; }

    public required int Year { get; init; }

    /// <summary>Its folder.</summary>
    public required string Path { get; init; }

    public string? Plot { get; init; }

    public int? Tmdb { get; init; }

    public int? Tvdb { get; init; }

    public string? Imdb { get; init; }

    public IReadOnlyList<string> Genres { get; init; } = [];

    public string? Studio { get; init; }

    public string? Status { get; init; }

    public string? Premiered { get; init; }

    public string? Mpaa { get; init; }

    public IReadOnlyList<MadeActor> Actors { get; init; } = [];

    /// <summary>What lies in its folder.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <summary>An episode of a manifest.</summary>
internal sealed record MadeEpisode : MadeFilm
{
    public required string Show { get; init; }

    public required int Season { get; init; }

    public required int Episode { get; init; }

    public string? Aired { get; init; }

    public int? Tvdb { get; init; }
}
