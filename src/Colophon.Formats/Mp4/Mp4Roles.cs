using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>What a track is for, said in its user data.</summary>
internal static class Mp4Roles
{
    /// <summary>A scheme and, behind a zero, a value of it (ISO/IEC 14496-12, 8.10.4; ISO/IEC 23009-1, 5.8.5.5).</summary>
    public static StreamRoles OfKind(string kind)
    {
        string[] parts = kind.Split('\0');
        return (parts[0], parts.ElementAtOrDefault(1)) switch
        {
            ("urn:tva:metadata:cs:AudioPurposeCS:2007", "1") => StreamRoles.VisualImpaired,
            ("urn:tva:metadata:cs:AudioPurposeCS:2007", "2") => StreamRoles.HearingImpaired,
            ("urn:mpeg:dash:role:2011" or "about:html-kind", var value) => value switch
            {
                "forced-subtitle" or "forced_subtitle" => StreamRoles.Forced,
                "commentary" => StreamRoles.Commentary,
                "caption" or "captions" => StreamRoles.HearingImpaired,
                "description" or "descriptions" => StreamRoles.VisualImpaired,
                _ => StreamRoles.None,
            },
            _ => StreamRoles.None,
        };
    }

    /// <summary>Apple's media characteristics (QuickTime File Format, Track tagging).</summary>
    public static StreamRoles OfCharacteristic(string characteristic) =>
        characteristic switch
        {
            "public.auxiliary-content" => StreamRoles.Commentary,
            "public.accessibility.describes-music-and-sound" => StreamRoles.HearingImpaired,
            "public.accessibility.transcribes-spoken-dialog" => StreamRoles.HearingImpaired,
            "public.accessibility.describes-video" => StreamRoles.VisualImpaired,
            "public.subtitles.forced-only" => StreamRoles.Forced,
            "public.original-content" => StreamRoles.Original,
            _ => StreamRoles.None,
        };
}
