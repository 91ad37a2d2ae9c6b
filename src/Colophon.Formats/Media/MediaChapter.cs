namespace Colophon.Formats.Media;

/// <summary>A chapter mark.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="StartMs">From the start of the file, in milliseconds.</param>
/// <param name="EndMs">When the file says it.</param>
public sealed record MediaChapter(string Title, long StartMs, long? EndMs);
