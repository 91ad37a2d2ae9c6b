using Colophon.Formats.Media;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Video;

/// <summary>A video file while it is read.</summary>
internal sealed class VideoDraft(string container, FindingList findings) : MediaDraft(MediaCodes.OfVideo, findings)
{
    /// <summary>More streams no film has.</summary>
    public const int StreamLimit = 256;

    public string Container { get; set; } = container;

    public double? DurationSeconds { get; set; }

    public List<MediaStream> Streams { get; } = [];

    public VideoFile ToFile() =>
        new(
            Container,
            DurationSeconds,
            Streams,
            Chapters,
            VideoTagMeaning.Of(Tags, Findings),
            [.. Pictures.OrderBy(Rank)]
        );

    /// <summary>Names as Matroska wants them: the cover upright, the cover lying, small ones.</summary>
    private static int Rank(EmbeddedPicture picture) =>
        Path.GetFileNameWithoutExtension(picture.Entry).ToLowerInvariant() switch
        {
            "cover" or "covr" => 0,
            "cover_land" => 1,
            "poster" or "folder" => 2,
            "small_cover" or "small_cover_land" => 4,
            _ => 3,
        };
}
