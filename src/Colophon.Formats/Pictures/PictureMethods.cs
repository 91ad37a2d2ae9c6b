namespace Colophon.Formats.Pictures;

/// <summary>
/// How the bytes of an <see cref="EmbeddedPicture"/> have to be treated when they are taken out. The numbers are persisted with
/// jobs; up to 65,535 they are ZIP's.
/// </summary>
public static class PictureMethods
{
    /// <summary>As they stand.</summary>
    public const int Stored = 0;

    /// <summary>Inflated (RFC 1951).</summary>
    public const int Deflated = 8;

    /// <summary>Without the zero behind each FF (ID3v2 unsynchronisation).</summary>
    public const int Unsynchronised = 0x1_0000;

    /// <summary>
    /// In a comment of an Ogg stream: the offset is that of the page on which the packet of comments begins, the entry says
    /// which comment it is; base64 (xiph.org, METADATA_BLOCK_PICTURE).
    /// </summary>
    public const int OggComment = 0x1_0001;
}
