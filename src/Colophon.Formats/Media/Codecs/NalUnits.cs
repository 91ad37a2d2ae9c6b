namespace Colophon.Formats.Media.Codecs;

/// <summary>Units of H.264 and H.265 as configuration records hold them.</summary>
internal static class NalUnits
{
    private const int Limit = 1024;

    /// <summary>Without the byte 3 that stands behind two zeros (ITU-T H.264, 7.4.1); the first bytes of long ones.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> unit)
    {
        unit = unit[..Math.Min(unit.Length, Limit)];
        byte[] plain = new byte[unit.Length];
        (int length, int zeros) = (0, 0);
        foreach (byte value in unit)
        {
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }

            zeros = value == 0 ? zeros + 1 : 0;
            plain[length++] = value;
        }

        return plain[..length];
    }
}
