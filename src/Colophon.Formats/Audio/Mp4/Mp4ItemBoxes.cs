using System.Text;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Audio.Mp4;

/// <summary>Makes items of <c>ilst</c> (QuickTime File Format, Metadata; types of iTunes: 1 UTF-8, 12 GIF, 13 JPEG, 14 PNG).</summary>
internal static class Mp4ItemBoxes
{
    /// <summary>A handler that says that iTunes' items follow: what every program that writes tags puts before them.</summary>
    public static byte[] Handler { get; } = Box("hdlr", new byte[8], Encoding.Latin1.GetBytes("mdirappl"), new byte[9]);

    /// <summary>One item with all values.</summary>
    public static byte[] Text(string type, IEnumerable<string> values) =>
        Box(type, [.. values.Select(value => Data(1, Encoding.UTF8.GetBytes(value)))]);

    public static byte[] Freeform(string name, string value) =>
        Box(
            "----",
            Box("mean", new byte[4], Encoding.UTF8.GetBytes("com.apple.iTunes")),
            Box("name", new byte[4], Encoding.UTF8.GetBytes(name)),
            Data(1, Encoding.UTF8.GetBytes(value))
        );

    public static byte[] Cover(byte[] picture)
    {
        byte type = PictureFacts.Sniff(picture)?.Format switch
        {
            PictureFormat.Gif => 12,
            PictureFormat.Jpeg => 13,
            PictureFormat.Png => 14,
            _ => 0,
        };
        return Box("covr", Data(type, picture));
    }

    private static byte[] Data(byte type, byte[] content) => Box("data", [0, 0, 0, type, 0, 0, 0, 0], content);

    private static byte[] Box(string type, params byte[][] content) =>
        [.. Mp4Pieces.Header(type, content.Sum(part => (long)part.Length)), .. content.SelectMany(part => part)];
}
