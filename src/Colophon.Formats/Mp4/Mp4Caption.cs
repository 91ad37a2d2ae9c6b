using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>The description of a subtitle track.</summary>
internal static class Mp4Caption
{
    // 3GPP TS 26.245, 5.16 and QuickTime File Format, Subtitle sample description
    private const uint AllForced = 0x8000_0000;

    public static MediaStream Read(MediaBytes bytes, Mp4Box descriptions, MediaStream stream)
    {
        if (Mp4Entry.First(bytes, descriptions) is not { } entry)
        {
            return stream;
        }

        bool isForced = entry.Type == "tx3g" && (bytes.UInt32(entry.Box.Start + 8) & AllForced) != 0;
        return stream with
        {
            Codec = entry.Type switch
            {
                "tx3g" or "text" => "mov_text",
                "wvtt" => "webvtt",
                "stpp" => "ttml",
                "c608" or "c708" => "eia_608",
                "mp4s" => "dvd_subtitle",
                _ => null,
            },
            IsForced = stream.IsForced || isForced,
        };
    }
}
