namespace Colophon.Testing.Loopback;

/// <summary>A film that <see cref="LoopbackTmdb"/> knows; what is not said is made up, always the same for the same id.</summary>
public sealed record LoopbackFilm(int Id, string Title, int Year)
{
    public string ImdbId { get; init; } = $"tt{Id:0000000}";

    public string WikidataId { get; init; } = $"Q{Id}";

    public string OriginalTitle { get; init; } = Title;

    public string OriginalLanguage { get; init; } = "en";

    public string Tagline { get; init; } = $"Nothing is as it was in {Year}.";

    public string Overview { get; init; } =
        $"{GeneratedNames.FullName(Id)} comes back to the {GeneratedNames.Noun(Id).ToLowerInvariant()} of long ago and finds out "
        + $"what {GeneratedNames.FullName(Id + 7)} never told anybody.";

    /// <summary>In minutes.</summary>
    public int Runtime { get; init; } = 80 + (Id % 60);

    public IReadOnlyList<string> Genres { get; init; } = [.. GeneratedNames.Genres(Id).Distinct()];

    public string Director { get; init; } = GeneratedNames.FullName(Id + 3);

    public string Writer { get; init; } = GeneratedNames.FullName(Id + 5);

    /// <summary>Names with whom they play.</summary>
    public IReadOnlyList<(string Name, string Character)> Cast { get; init; } =
    [
        .. Enumerable
            .Range(1, 4)
            .Select(i => (GeneratedNames.FullName((Id * 5) + i), GeneratedNames.Person(Id + i).First)),
    ];

    public string Studio { get; init; } = $"{GeneratedNames.Noun(Id)} Pictures";

    /// <summary>Of the United States.</summary>
    public string Certification { get; init; } = "PG-13";

    /// <summary>The series of films it belongs to; null: none.</summary>
    public string? Collection { get; init; }

    /// <summary>Of ten.</summary>
    public double Rating { get; init; } = 5 + (Id % 50 / 10d);

    public int Votes { get; init; } = 100 + (Id % 900);

    /// <summary>The first of May, as good as any day.</summary>
    public string ReleaseDate { get; init; } = $"{Year:0000}-05-01";
}
