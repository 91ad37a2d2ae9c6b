namespace Colophon.Formats.Pictures;

/// <summary>Kinds of pictures that are kept and served. Vector and markup formats are not among them, because they can carry scripts.</summary>
public enum PictureFormat
{
    /// <summary>JPEG (JFIF, EXIF).</summary>
    Jpeg,

    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>Graphics Interchange Format.</summary>
    Gif,

    /// <summary>WebP.</summary>
    Webp,

    /// <summary>AV1 still picture.</summary>
    Avif,
}

/// <summary>What the first bytes of a picture say.</summary>
/// <param name="Extension">With the dot: <c>.jpg</c>.</param>
/// <param name="MediaType">As HTTP wants it: <c>image/jpeg</c>.</param>
/// <param name="Width">In pixels; null when the bytes given end before it is said.</param>
/// <param name="Height">In pixels; null when the bytes given end before it is said.</param>
public sealed record PictureFacts(PictureFormat Format, string Extension, string MediaType, int? Width, int? Height)
{
    /// <summary>Bytes that are enough to find the size of all but a few JPEGs with large EXIF thumbnails and profiles.</summary>
    public const int SniffLength = 64 * 1024;

    /// <summary>Tells by content, never by name. Null for all that is no picture of ours, SVG and HTML included.</summary>
    /// <param name="head">The picture or its first bytes, best <see cref="SniffLength"/> of them.</param>
    public static PictureFacts? Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return Of(PictureFormat.Jpeg, "jpg", "jpeg", PictureHeaders.Jpeg(head));
        }

        if (head.StartsWith(PictureHeaders.PngSignature))
        {
            return Of(PictureFormat.Png, "png", "png", PictureHeaders.Png(head));
        }

        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
        {
            return Of(PictureFormat.Gif, "gif", "gif", PictureHeaders.Gif(head));
        }

        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
        {
            return Of(PictureFormat.Webp, "webp", "webp", PictureHeaders.Webp(head));
        }

        return PictureHeaders.IsAvif(head) ? Of(PictureFormat.Avif, "avif", "avif", PictureHeaders.Avif(head)) : null;
    }

    private static PictureFacts Of(
        PictureFormat format,
        string extension,
        string type,
        (int Width, int Height)? size
    ) =>
        size is { Width: > 0, Height: > 0 } known
            ? new PictureFacts(format, $".{extension}", $"image/{type}", known.Width, known.Height)
            : new PictureFacts(format, $".{extension}", $"image/{type}", null, null);
}
