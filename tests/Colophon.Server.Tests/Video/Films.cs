using Colophon.Testing.Video;

namespace Colophon.Server.Tests.Video;

/// <summary>Small films that are real ones.</summary>
internal static class Films
{
    /// <summary>A Matroska file of nearly two hours with a video, a sound track in German and a chapter.</summary>
    public static byte[] Film(string title = "") =>
        MkvBuilder
            .Titled(title)
            .Lasting(7020.5)
            .Track(1, "V_MPEG4/ISO/AVC")
            .Track(2, "A_AC3", EbmlNode.Text(0x22B59C, "ger"))
            .Chapter(0, "Opening")
            .Build();
}
