using System.Buffers.Binary;
using System.Globalization;

namespace Colophon.Formats.Media.Codecs;

/// <summary>What the configuration of an audio codec says; null is what it does not.</summary>
internal sealed record AudioFacts(
    int? Channels = null,
    int? SampleRate = null,
    string? Profile = null,
    string? Layout = null,
    int? BitDepth = null
);

/// <summary>Looks into the configuration that a container keeps for an audio codec.</summary>
internal static class AudioConfiguration
{
    private static readonly int[] _rates =
    [
        96_000,
        88_200,
        64_000,
        48_000,
        44_100,
        32_000,
        24_000,
        22_050,
        16_000,
        12_000,
        11_025,
        8_000,
        7_350,
    ];

    private static readonly int[] _dolbyRates = [48_000, 44_100, 32_000];

    /// <summary>AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1): object type, rate, channels, and what doubles them.</summary>
    public static AudioFacts Aac(ReadOnlySpan<byte> configuration)
    {
        if (configuration.Length < 2)
        {
            return new AudioFacts();
        }

        var bits = new BitReader(configuration);
        uint type = ObjectType(ref bits);
        int? rate = Rate(ref bits);
        int channels = (int)bits.Read(4);
        bool isDoubled = type is 5 or 29;
        rate = isDoubled ? Rate(ref bits) : rate;
        string? profile = type switch
        {
            1 => "Main",
            2 => "LC",
            3 => "SSR",
            4 => "LTP",
            5 => "HE-AAC",
            23 => "LD",
            29 => "HE-AACv2",
            39 => "ELD",
            _ => null,
        };
        // parametric stereo is coded as one channel
        int? count =
            type == 29 ? 2
            : channels is 0 or > 7 ? null
            : channels == 7 ? 8
            : channels;
        return new AudioFacts(count, isDoubled ? rate : null, profile, count is null ? null : LayoutOfAac(count.Value));
    }

    /// <summary>The <c>dac3</c> box (ETSI TS 102 366, F.4).</summary>
    public static AudioFacts Ac3(ReadOnlySpan<byte> box)
    {
        if (box.Length < 3)
        {
            return new AudioFacts();
        }

        var bits = new BitReader(box);
        uint rate = bits.Read(2);
        bits.Skip(5 + 3);
        (int mode, bool hasLow) = ((int)bits.Read(3), bits.ReadFlag());
        return Dolby(rate, ChannelLayouts.OfDolby(mode, hasLow), profile: null);
    }

    /// <summary>The <c>dec3</c> box (ETSI TS 102 366, F.6): the first substream and what is laid over it.</summary>
    public static AudioFacts Eac3(ReadOnlySpan<byte> box)
    {
        if (box.Length < 5)
        {
            return new AudioFacts();
        }

        var bits = new BitReader(box);
        bits.Skip(13);
        uint more = bits.Read(3);
        AudioFacts? facts = null;
        for (uint i = 0; i <= more; i++)
        {
            uint rate = bits.Read(2);
            bits.Skip(5 + 1 + 1 + 3);
            (int mode, bool hasLow) = ((int)bits.Read(3), bits.ReadFlag());
            bits.Skip(3);
            uint dependent = bits.Read(4);
            uint places = dependent > 0 ? bits.Read(9) : 0;
            bits.Skip(dependent > 0 ? 0 : 1);
            facts ??= Dolby(rate, ChannelLayouts.OfDolby(mode, hasLow, places), profile: null);
        }

        // flag_ec3_extension_type_a: objects (JOC)
        bits.Skip(7);
        bool isAtmos = bits.ReadFlag() && !bits.IsPastEnd;
        return facts! with { Profile = isAtmos ? "Dolby Digital Plus + Dolby Atmos" : null };
    }

    /// <summary>STREAMINFO of FLAC (RFC 9639, 8.2).</summary>
    public static AudioFacts Flac(ReadOnlySpan<byte> block)
    {
        if (block.Length < 18)
        {
            return new AudioFacts();
        }

        ulong packed = BinaryPrimitives.ReadUInt64BigEndian(block[10..]);
        int channels = (int)((packed >> 41) & 7) + 1;
        int rate = (int)(packed >> 44);
        return rate == 0
            ? new AudioFacts()
            : new AudioFacts(channels, rate, BitDepth: (int)((packed >> 36) & 0x1F) + 1);
    }

    /// <summary>ALACSpecificConfig (https://github.com/macosforge/alac, ALACMagicCookieDescription).</summary>
    public static AudioFacts Alac(ReadOnlySpan<byte> cookie)
    {
        if (cookie.Length < 24)
        {
            return new AudioFacts();
        }

        uint rate = BinaryPrimitives.ReadUInt32BigEndian(cookie[20..]);
        return new AudioFacts(
            cookie[9] == 0 ? null : cookie[9],
            rate is > 0 and < 10_000_000 ? (int)rate : null,
            BitDepth: cookie[5] is >= 8 and <= 32 ? cookie[5] : null
        );
    }

    /// <summary>Bits of a sample by the name of the codec: <c>pcm_s24le</c>; null for all others.</summary>
    public static int? DepthOfPcm(string? codec) =>
        codec is ['p', 'c', 'm', '_', _, .. var digits]
        && int.TryParse(digits.TrimEnd('l', 'b', 'e'), NumberStyles.None, CultureInfo.InvariantCulture, out int depth)
            ? depth
            : null;

    private static AudioFacts Dolby(uint rate, (int Channels, string Layout) found, string? profile) =>
        new(found.Channels, rate < 3 ? _dolbyRates[rate] : null, profile, found.Layout);

    private static uint ObjectType(ref BitReader bits) =>
        bits.Read(5) is var type && type == 31 ? 32 + bits.Read(6) : type;

    private static int? Rate(ref BitReader bits)
    {
        uint index = bits.Read(4);
        uint rate =
            index == 15 ? bits.Read(24)
            : index < _rates.Length ? (uint)_rates[index]
            : 0;
        return rate == 0 ? null : (int)rate;
    }

    private static string? LayoutOfAac(int channels) =>
        channels switch
        {
            3 => "3.0",
            4 => "4.0",
            5 => "5.0",
            _ => ChannelLayouts.Of("aac", channels),
        };
}
