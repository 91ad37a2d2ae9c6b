namespace Colophon.Bench.Make.Films;

/// <summary>A movie of a manifest.</summary>
internal sealed record MadeMovie : MadeFilm
{
    public required string OriginalTitle { get; init; }

    public required int Year { get; init; }

    public required string Premiered { get; init; }

    public required string Tagline { get; init; }

    public required string Mpaa { get; init; }

    public required int Tmdb { get; init; }

    public required IReadOnlyList<string> Genres { get; init; }

    public required IReadOnlyList<string> Studios { get; init; }

    public required double Rating { get; init; }

    public required int Votes { get; init; }

    /// <summary>The collection it belongs to.</summary>
    public string? Set { get; init; }

    public required string Country { get; init; }

    public required IReadOnlyList<MadeActor> Actors { get; init; }

    /// <summary><c>poster</c>, <c>fanart</c>, <c>trailer</c>; subtitles as <c>subtitle.en</c>, <c>subtitle.fr.forced</c>.</summary>
    public required IReadOnlyDictionary<string, MadeAsset> Assets { get; init; }
}
