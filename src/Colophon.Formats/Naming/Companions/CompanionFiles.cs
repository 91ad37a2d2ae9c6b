using System.Collections.Frozen;

namespace Colophon.Formats.Naming.Companions;

/// <summary>Which files hold a subtitle or a sound track, by their extensions.</summary>
public static class CompanionFiles
{
    // the .idx of a .sub holds no picture or text of its own: whoever reads the .sub reads it too
    private static readonly FrozenSet<string> _subtitles =
        "srt ass ssa sub sup vtt smi sami mks ttml dfxp usf mpl2 mpsub jss psb pjs".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> _sounds =
        "aa aac ac3 aif aiff ape dts dtshd eac3 ec3 flac m4a m4b mka mp2 mp3 mpa oga ogg opus thd truehd wav wma wv"
            .Split(' ')
            .ToFrozenSet();

    /// <summary>Null for what is neither.</summary>
    public static CompanionKind? KindOf(string fileName)
    {
        string extension = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        return _subtitles.Contains(extension) ? CompanionKind.Subtitle
            : _sounds.Contains(extension) ? CompanionKind.Audio
            : null;
    }
}
