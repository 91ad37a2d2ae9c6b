namespace Colophon.Formats.Audio.Tags;

/// <summary>Unsynchronisation (ID3v2.4, 6.1): a zero stands after every FF, so that no player takes tags for frames.</summary>
internal static class Id3Unsync
{
    /// <summary>Takes the zeros out.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> raw)
    {
        byte[] plain = new byte[raw.Length];
        bool isAfterFf = false;
        int length = 0;
        foreach (byte value in raw)
        {
            if (!(isAfterFf && value == 0))
            {
                plain[length++] = value;
            }

            isAfterFf = value == 0xFF;
        }

        return plain[..length];
    }

    /// <summary>Where in the raw bytes the plain byte of this number stands.</summary>
    public static int RawOffset(ReadOnlySpan<byte> raw, int plainOffset)
    {
        bool isAfterFf = false;
        int plain = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            bool isDropped = isAfterFf && raw[i] == 0;
            if (!isDropped && plain++ == plainOffset)
            {
                return i;
            }

            isAfterFf = raw[i] == 0xFF;
        }

        return raw.Length;
    }
}
