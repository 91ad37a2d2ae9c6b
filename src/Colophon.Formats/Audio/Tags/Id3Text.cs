using System.Text;

namespace Colophon.Formats.Audio.Tags;

/// <summary>Text of ID3v2 frames (ID3v2.4, 4): an encoding byte, then values that end with zeros.</summary>
internal static class Id3Text
{
    /// <summary>The values of a text frame, encoding byte first.</summary>
    public static IEnumerable<string> Values(byte[] data)
    {
        int at = 1;
        while (data.Length > 0 && at < data.Length)
        {
            int end = End(data, at, data[0]);
            yield return Decode(data.AsSpan(at, end - at), data[0]);
            at = end + Zeros(data[0]);
        }
    }

    /// <summary>One value that ends at its zero; moves behind it.</summary>
    public static string Next(byte[] data, ref int at, byte encoding)
    {
        if (at >= data.Length)
        {
            return "";
        }

        int end = End(data, at, encoding);
        string text = Decode(data.AsSpan(at, end - at), encoding);
        at = Math.Min(data.Length, end + Zeros(encoding));
        return text;
    }

    public static string Decode(ReadOnlySpan<byte> bytes, byte encoding) =>
        encoding switch
        {
            1 => Utf16(bytes),
            2 => Encoding.BigEndianUnicode.GetString(bytes),
            3 => Encoding.UTF8.GetString(bytes),
            _ => Encoding.Latin1.GetString(bytes),
        };

    /// <summary>With a byte order mark, two of them, or none (then little endian, as Windows programs write it).</summary>
    private static string Utf16(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = Encoding.Unicode;
        while (bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            bytes = bytes[2..];
        }

        return encoding.GetString(bytes);
    }

    private static int End(byte[] data, int at, byte encoding)
    {
        if (Zeros(encoding) == 1)
        {
            int zero = Array.IndexOf(data, (byte)0, at);
            return zero < 0 ? data.Length : zero;
        }

        for (int i = at; i + 1 < data.Length; i += 2)
        {
            if (data[i] == 0 && data[i + 1] == 0)
            {
                return i;
            }
        }

        return data.Length;
    }

    private static int Zeros(byte encoding) => encoding is 1 or 2 ? 2 : 1;
}
