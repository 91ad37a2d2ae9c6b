using System.Buffers.Binary;
using System.Text;

namespace Colophon.Testing;

/// <summary>
/// Makes RAR archives (version 2.9 to 4) whose entries are stored without compression, which needs no more than headers:
/// https://www.rarlab.com/technote.htm is of version 5; the headers of version 4 are those of its technical note.
/// </summary>
public static class StoredRar
{
    private const byte MainHeader = 0x73;
    private const byte FileHeader = 0x74;
    private const byte EndHeader = 0x7B;
    private const ushort HasData = 0x8000;
    private const ushort SkipIfUnknown = 0x4000;
    private const int FileHeaderLength = 32;

    private static ReadOnlySpan<byte> Marker => [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00];

    /// <summary>An archive of these entries, in this order.</summary>
    public static byte[] Of(params (string Name, byte[] Content)[] entries)
    {
        using var archive = new MemoryStream();
        archive.Write(Marker);
        archive.Write(Header(MainHeader, 0, new byte[6]));
        foreach ((string name, byte[] content) in entries)
        {
            archive.Write(Header(FileHeader, HasData, FileFields(name, content)));
            archive.Write(content);
        }

        archive.Write(Header(EndHeader, SkipIfUnknown, []));
        return archive.ToArray();
    }

    private static byte[] FileFields(string name, byte[] content)
    {
        byte[] letters = Encoding.ASCII.GetBytes(name);
        var fields = new byte[FileHeaderLength - 7 + letters.Length];
        Span<byte> at = fields;
        BinaryPrimitives.WriteInt32LittleEndian(at, content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], content.Length);
        at[8] = 3; // Unix
        BinaryPrimitives.WriteUInt32LittleEndian(at[9..], Crc(content));
        BinaryPrimitives.WriteUInt32LittleEndian(at[13..], 0x50210000); // 1 January 2020
        at[17] = 20;
        at[18] = 0x30; // stored
        BinaryPrimitives.WriteUInt16LittleEndian(at[19..], (ushort)letters.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(at[21..], 0x81A4); // a regular file, rw-r--r--
        letters.CopyTo(at[25..]);
        return fields;
    }

    private static byte[] Header(byte type, ushort flags, byte[] fields)
    {
        var header = new byte[7 + fields.Length];
        header[2] = type;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(3), flags);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(5), (ushort)header.Length);
        fields.CopyTo(header, 7);
        BinaryPrimitives.WriteUInt16LittleEndian(header, (ushort)Crc(header.AsSpan(2)));
        return header;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return ~crc;
    }
}
