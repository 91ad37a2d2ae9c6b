namespace Colophon.Formats.Nfo;

/// <summary>Somebody who took part.</summary>
/// <param name="Name">As written.</param>
/// <param name="Role"><c>actor</c>, <c>guest_star</c>, <c>director</c>, <c>writer</c>, <c>producer</c>, <c>composer</c>, ...</param>
/// <param name="Character">Who is played; of others what they did.</param>
/// <param name="Order">Smaller first; null when not told.</param>
/// <param name="Thumb">A picture's address.</param>
public sealed record NfoPerson(string Name, string Role, string? Character, int? Order, string? Thumb);

/// <summary>An artist an album or a music video is credited to.</summary>
/// <param name="Name">As written.</param>
/// <param name="MusicBrainzId">Null when not told.</param>
public sealed record NfoArtist(string Name, string? MusicBrainzId);
