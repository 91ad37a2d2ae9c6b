namespace Colophon.Formats.Audio.Tags;

/// <summary>A frame of an ID3v2 tag.</summary>
/// <param name="Id">Three or four letters.</param>
/// <param name="Start">Of its content in the body, behind what its flags put before it.</param>
/// <param name="Length">Of its content, as it stands there.</param>
/// <param name="Packing">What was done to the content.</param>
internal readonly record struct Id3Frame(string Id, long Start, long Length, Id3Packing Packing);

[Flags]
internal enum Id3Packing
{
    Plain = 0,
    Unsynchronised = 1,
    Compressed = 2,
    Encrypted = 4,
}
