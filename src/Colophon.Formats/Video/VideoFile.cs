using Colophon.Formats.Media;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Video;

/// <summary>What a video file says about itself: the same record for every container, and for what ffprobe reports.</summary>
/// <param name="Container"><c>matroska</c>, <c>webm</c>, <c>mp4</c>, <c>mov</c>, or ffprobe's first name of another.</param>
/// <param name="DurationSeconds">Of the whole file.</param>
/// <param name="Streams">In the order of the file; covers are not among them.</param>
/// <param name="Chapters">In order of their start; at most 10,000.</param>
/// <param name="Pictures">Where they lie in the file; a cover comes first.</param>
public sealed record VideoFile(
    string Container,
    double? DurationSeconds,
    IReadOnlyList<MediaStream> Streams,
    IReadOnlyList<MediaChapter> Chapters,
    VideoTags Tags,
    IReadOnlyList<EmbeddedPicture> Pictures
);
