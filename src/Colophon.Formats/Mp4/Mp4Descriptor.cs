using System.Buffers.Binary;

namespace Colophon.Formats.Mp4;

/// <summary>An ES descriptor with its decoder configuration (ISO/IEC 14496-1, 7.2.6).</summary>
/// <param name="BitRate">Mean; null when it is not said.</param>
internal sealed record Mp4Descriptor(byte ObjectType, long? BitRate, byte[] Configuration)
{
    public static Mp4Descriptor? Parse(ReadOnlySpan<byte> data)
    {
        int at = 0;
        if (!Enter(data, ref at, 3, out _) || at + 3 > data.Length)
        {
            return null;
        }

        int flags = data[at + 2];
        at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
        if ((flags & 0x40) != 0 && at < data.Length)
        {
            at += 1 + data[at];
        }

        if (!Enter(data, ref at, 4, out _) || at + 13 > data.Length)
        {
            return null;
        }

        byte type = data[at];
        uint mean = BinaryPrimitives.ReadUInt32BigEndian(data[(at + 9)..]);
        at += 13;
        byte[] configuration = Enter(data, ref at, 5, out int length)
            ? data.Slice(at, Math.Clamp(data.Length - at, 0, length)).ToArray()
            : [];
        return new Mp4Descriptor(type, mean > 0 ? mean : null, configuration);
    }

    private static bool Enter(ReadOnlySpan<byte> data, ref int at, byte tag, out int length)
    {
        length = 0;
        if (at >= data.Length || data[at] != tag)
        {
            return false;
        }

        // the length has up to four bytes of seven bits
        for (int i = 0; i < 4; i++)
        {
            at++;
            if (at >= data.Length)
            {
                break;
            }

            length = (length << 7) | (data[at] & 0x7F);
            if (data[at] < 0x80)
            {
                break;
            }
        }

        at = Math.Min(at + 1, data.Length);
        return true;
    }
}
