namespace Colophon.Bench.Make.Films;

/// <summary>A movie of a manifest.</summary>
internal sealed record MadeMovie : MadeFilm
{
    public required string OriginalTitle { get; init; }

    public required int Year { get; init; }

    public string? Premiered { get; init; }

    public string? Tagline { get; init; }

    public string? Mpaa { get; init; }

    public int? Tmdb { get; init; }

    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> Studios { get; init; } = [];

    public double? Rating { get; init; }

    public int? Votes { get; init; }

    /// <summary>The collection it belongs to.</summary>
    public string? Set { get; init; }

    public string? Country { get; init; }

    public IReadOnlyList<MadeActor> Actors { get; init; } = [];

    /// <summary><c>poster</c>, <c>fanart</c>, <c>trailer</c>; subtitles as <c>subtitle.en</c>, <c>subtitle.fr.forced</c>.</summary>
    public IReadOnlyDictionary<string, MadeAsset> Assets { get; init; } =
        new Dictionary<string, MadeAsset>(StringComparer.Ordinal);
}
