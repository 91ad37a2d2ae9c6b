namespace Colophon.Formats.Nfo;

/// <summary>A picture that can be fetched; only <c>http</c> and <c>https</c>.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Aspect">What it is: <c>poster</c>, <c>banner</c>, <c>clearlogo</c>, <c>set.poster</c>, ...</param>
/// <param name="Season">Of a show: the season it is of.</param>
/// <param name="Preview">The address of a smaller one.</param>
public sealed record NfoImage(string Url, string? Aspect, int? Season, string? Preview);
