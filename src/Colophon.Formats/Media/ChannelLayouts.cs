using System.Numerics;

namespace Colophon.Formats.Media;

/// <summary>Names of loudspeaker layouts, as ffprobe writes them.</summary>
internal static class ChannelLayouts
{
    // full channels of Dolby's coding modes (ETSI TS 102 366, table 4.3), and the names without and with the low one
    private static readonly (int Channels, string Plain, string Low)[] _dolby =
    [
        (2, "stereo", "stereo"),
        (1, "mono", "mono"),
        (2, "stereo", "2.1"),
        (3, "3.0", "3.1"),
        (3, "3.0(back)", "3.1"),
        (4, "4.0", "4.1"),
        (4, "quad(side)", "4.1"),
        (5, "5.0(side)", "5.1(side)"),
    ];

    /// <summary>The usual one of so many channels; null where none is.</summary>
    public static string? Of(string? codec, int? channels) =>
        channels switch
        {
            1 => "mono",
            2 => "stereo",
            6 => codec is "ac3" or "eac3" or "dts" ? "5.1(side)" : "5.1",
            8 => "7.1",
            _ => null,
        };

    /// <param name="mode">acmod: which full channels there are.</param>
    /// <param name="places">chan_loc: what dependent streams add, a bit each (ETSI TS 102 366, table F.6.1).</param>
    public static (int Channels, string Layout) OfDolby(int mode, bool hasLow, uint places = 0)
    {
        // pairs: Lc/Rc, Lrs/Rrs, Lsd/Rsd, Lw/Rw, Lvh/Rvh; single: Cs, Ts, Cvh, LFE2
        const uint pairs = 0b0_0111_0011;
        int added = BitOperations.PopCount(places & pairs) + BitOperations.PopCount(places);
        (int full, string plain, string low) = _dolby[mode];
        int channels = full + (hasLow ? 1 : 0) + added;
        string name = hasLow ? low : plain;
        return (channels, added == 0 ? name : Of(codec: null, channels) ?? name);
    }
}
