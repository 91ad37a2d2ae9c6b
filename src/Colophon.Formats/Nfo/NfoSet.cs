namespace Colophon.Formats.Nfo;

/// <summary>A collection of films.</summary>
/// <param name="Name">Null when only the id is known.</param>
/// <param name="Overview">Its description.</param>
/// <param name="TmdbId">Its id at TMDB.</param>
public sealed record NfoSet(string? Name, string? Overview, string? TmdbId);
