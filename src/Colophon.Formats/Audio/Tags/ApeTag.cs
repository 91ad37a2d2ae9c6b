using System.Buffers.Binary;
using System.Text;
using Colophon.Formats.Media;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio.Tags;

/// <summary>APE tags, version 1 and 2 (https://wiki.hydrogenaudio.org/index.php?title=APEv2_specification), at the end of an MP3.</summary>
internal static class ApeTag
{
    private const int FooterLength = 32;
    private const int SizeLimit = 1024 * 1024;
    private const int ItemLimit = 500;

    /// <summary>Adds the texts of the tag that ends there; answers where it begins, or the same place when there is none.</summary>
    public static long Read(MediaBytes bytes, long end, TagDraft tags)
    {
        ReadOnlySpan<byte> footer = bytes.Peek(end - FooterLength, FooterLength);
        if (footer.Length < FooterLength || !footer.StartsWith("APETAGEX"u8))
        {
            return end;
        }

        uint size = BinaryPrimitives.ReadUInt32LittleEndian(footer[12..]);
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]);
        bool hasHeader = (BinaryPrimitives.ReadUInt32LittleEndian(footer[20..]) & 0x8000_0000) != 0;
        if (size < FooterLength || size > end)
        {
            return end;
        }

        byte[] items = bytes.Copy(end - size, size - FooterLength, SizeLimit);
        ReadItems(items, Math.Min(count, ItemLimit), tags);
        return end - size - (hasHeader ? FooterLength : 0);
    }

    private static void ReadItems(byte[] items, uint count, TagDraft tags)
    {
        int at = 0;
        for (uint i = 0; i < count && at + 9 < items.Length; i++)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(items.AsSpan(at));
            bool isText = (items[at + 4] & 6) == 0;
            int zero = Array.IndexOf(items, (byte)0, at + 8);
            if (zero < 0 || length > items.Length - zero - 1)
            {
                return;
            }

            string name = Encoding.ASCII.GetString(items, at + 8, zero - at - 8);
            if (isText)
            {
                foreach (string value in Encoding.UTF8.GetString(items, zero + 1, (int)length).Split('\0'))
                {
                    tags.Add(name, value);
                }
            }

            at = zero + 1 + (int)length;
        }
    }
}
