using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace Colophon.Testing;

/// <summary>
/// Makes PNG pictures without any package: a plain colour for tests, and covers that look decent for the demo library
/// (a gradient under a pattern of circles, bands, hills or rays, all from a seed). The same arguments give the same bytes.
/// </summary>
public static class TinyPng
{
    private static readonly uint[] _crcTable = MakeCrcTable();

    /// <summary>One colour.</summary>
    public static byte[] Solid(int width, int height, byte red, byte green, byte blue) =>
        Encode(width, height, (_, _) => new Vector3(red, green, blue));

    /// <summary>A cover picture that differs with the seed.</summary>
    public static byte[] Cover(int width, int height, int seed)
    {
        var art = new CoverArt(seed);
        return Encode(width, height, (x, y) => art.At((x + 0.5f) / width, (y + 0.5f) / width));
    }

    /// <summary>The middle of the cover of this seed, without its frame: for wide and square pictures.</summary>
    public static byte[] Detail(int width, int height, int seed)
    {
        const float Middle = 0.75f;
        const float Share = 0.84f;
        var art = new CoverArt(seed);
        return Encode(
            width,
            height,
            (x, y) =>
                art.At(
                    0.5f + (Share * (x + 0.5f - (width / 2f)) / width),
                    Middle + (Share * (y + 0.5f - (height / 2f)) / width)
                )
        );
    }

    /// <summary>Encodes what <paramref name="pixel"/> says of each point, red, green and blue from 0 to 255.</summary>
    public static byte[] Encode(int width, int height, Func<int, int, Vector3> pixel)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a channel
        header[9] = 2; // red, green, blue
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(width, height, pixel));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(int width, int height, Func<int, int, Vector3> pixel)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] above = new byte[width * 3];
            byte[] row = new byte[width * 3];
            byte[] line = new byte[1 + (width * 3)];
            line[0] = 2; // filter "up": gradients become runs of small numbers
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    Vector3 colour = Vector3.Clamp(pixel(x, y), Vector3.Zero, new Vector3(255));
                    row[x * 3] = (byte)colour.X;
                    row[(x * 3) + 1] = (byte)colour.Y;
                    row[(x * 3) + 2] = (byte)colour.Z;
                }

                for (int i = 0; i < row.Length; i++)
                {
                    line[i + 1] = (byte)(row[i] - above[i]);
                }

                zlib.Write(line);
                (above, row) = (row, above);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        uint crc = 0xFFFFFFFF;
        foreach (byte b in chunk.AsSpan(4, 4 + data.Length))
        {
            crc = _crcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), crc ^ 0xFFFFFFFF);
        file.Write(chunk);
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < table.Length; n++)
        {
            uint c = n;
            for (int k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
