namespace Colophon.Server.Scanning;

/// <summary>What a kind of library makes of a path, by its name alone. A kind implements it beside its reader.</summary>
public interface IPathExplainer
{
    string LibraryType { get; }

    /// <summary>Null: the path is none of the kind's media files.</summary>
    /// <param name="relativePath">Below the root.</param>
    /// <param name="unit">The unit it belongs to, as the disk shows it or would show it.</param>
    PathMeaning? Explain(string relativePath, UnitSketch? unit);
}

/// <param name="Kind">Of the item the file would make.</param>
/// <param name="Role">Of the file in it.</param>
public sealed record PathMeaning(string Kind, string Role, ParsedPath Parsed, IReadOnlyList<FiredRule> Rules);

/// <summary>What the names say. Null and empty: nothing.</summary>
public sealed record ParsedPath(
    string? Title,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Narrators,
    string? Series,
    double? Number,
    double? NumberEnd,
    string? Unit,
    int? Year,
    string? Language,
    int? Season,
    IReadOnlyList<int> Episodes
)
{
    /// <summary>Of a track, guests behind the others.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    public string? AlbumArtist { get; init; }

    public string? Album { get; init; }

    public int? Disc { get; init; }
}

/// <summary>A rule that fired.</summary>
/// <param name="Input">What it was shown.</param>
/// <param name="Matched">What in it made it fire.</param>
/// <param name="Result">What it made of it.</param>
public sealed record FiredRule(string Id, string Text, string Input, string Matched, string Result);
