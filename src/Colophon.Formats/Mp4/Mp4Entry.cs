using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>The first sample description of a track (ISO/IEC 14496-12, 8.5.2).</summary>
/// <param name="Type">Of the codec, also where the entry is encrypted; its own when the first is not said.</param>
/// <param name="IsEncrypted">By Common Encryption or a shop's own scheme.</param>
internal readonly record struct Mp4Entry(Mp4Box Box, string Type, bool IsEncrypted)
{
    public static Mp4Entry? First(MediaBytes bytes, Mp4Box descriptions)
    {
        // version, flags, count
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, descriptions, skip: 8))
        {
            // drms: FairPlay; aavd: Audible; enca, encv: Common Encryption
            return new Mp4Entry(box, box.Type, box.Type is "drms" or "aavd" or "enca" or "encv" or "drmi");
        }

        return null;
    }

    /// <summary>The format of <c>frma</c> in an entry that is encrypted (ISO/IEC 14496-12, 8.12.2).</summary>
    public Mp4Entry Of(MediaBytes bytes, Mp4Box protection) =>
        Mp4Boxes.Find(bytes, protection, "frma") is { Length: >= 4 } format
            ? this with
            {
                Type = System.Text.Encoding.Latin1.GetString(bytes.Peek(format.Start, 4)),
            }
            : this;
}
