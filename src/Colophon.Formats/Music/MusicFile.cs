using Colophon.Formats.Audio;

namespace Colophon.Formats.Music;

/// <summary>A file of music, as far as albums ask.</summary>
/// <param name="Path">From the library's root, with slashes.</param>
/// <param name="Tags">What the file says; <see cref="AudioTags.None"/> where it could not be read.</param>
public sealed record MusicFile(string Path, AudioTags Tags);
