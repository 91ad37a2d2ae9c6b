namespace Colophon.Formats.Nfo;

/// <summary>The name of a season.</summary>
/// <param name="Number">0 is the specials.</param>
/// <param name="Name">As written.</param>
public sealed record NfoNamedSeason(int Number, string Name);
