namespace Colophon.Formats.Media;

/// <summary>What the shared readers call the same mishap in a file of audio and in one of video.</summary>
internal sealed record MediaCodes(string NoStream, string Truncated, string ListCut, string PictureUnsupported)
{
    public static MediaCodes OfAudio { get; } =
        new(
            FindingCodes.AudioNoStream,
            FindingCodes.AudioTruncated,
            FindingCodes.AudioListCut,
            FindingCodes.AudioPictureUnsupported
        );

    public static MediaCodes OfVideo { get; } =
        new(
            FindingCodes.VideoNoStream,
            FindingCodes.VideoTruncated,
            FindingCodes.VideoListCut,
            FindingCodes.VideoPictureUnsupported
        );
}
