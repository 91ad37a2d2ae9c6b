using Colophon.Formats.Text;

namespace Colophon.Formats.Mp4;

/// <summary>Some programs keep the name of a track in its handler; most write there what they are.</summary>
internal static class Mp4HandlerNames
{
    private const int Limit = 200;

    private static readonly string[] _ofPrograms =
    [
        "handler",
        "handle",
        "media file produced",
        "core media",
        "gpac",
        "mainconcept",
        "l-smash",
        "bento4",
        "apple ",
        "alias data",
        "datahandler",
        "shaka",
        "twitch",
        "vimeo",
        "google",
        "isom",
        "@",
    ];

    private static readonly string[] _kinds =
    [
        "video",
        "sound",
        "audio",
        "subtitle",
        "subtitles",
        "text",
        "stereo",
        "mono",
    ];

    /// <summary>Null for what no person wrote.</summary>
    public static string? Title(string handler)
    {
        // QuickTime puts the length before it
        string name = handler.Length > 0 && handler[0] == handler.Length - 1 ? handler[1..] : handler;
        string? title = CleanText.LineOrNull(name, Limit);
        bool isOfProgram =
            title is null
            || title.Length < 2
            || _kinds.Contains(title, StringComparer.OrdinalIgnoreCase)
            || _ofPrograms.Any(mark => title.Contains(mark, StringComparison.OrdinalIgnoreCase));
        return isOfProgram ? null : title;
    }
}
