namespace Colophon.Formats.Nfo;

/// <summary>A rating by one source.</summary>
/// <param name="Name">As written: <c>imdb</c>, <c>themoviedb</c>; <c>default</c> when the source is not named.</param>
/// <param name="Value">More than 0, 10 at most, four decimals.</param>
/// <param name="Votes">Null when not told.</param>
/// <param name="IsDefault">The one to show.</param>
public sealed record NfoRating(string Name, double Value, int? Votes, bool IsDefault);
