using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Audio.Mp4;

/// <summary>How far places behind a point of the source move in the copy.</summary>
/// <param name="From">First place of the source that moves.</param>
/// <param name="By">Bytes, also negative.</param>
internal readonly record struct Mp4Shift(long From, long By);

/// <summary>
/// A file or box in the making, as ranges of the source and new bytes: nothing of the source is held in memory. Places of
/// chunks are corrected while they pass by.
/// </summary>
internal sealed class Mp4Pieces
{
    private const int Limit = 100_000;
    private const int CopyBuffer = 64 * 1024;

    private readonly List<Piece> _pieces = [];

    public long Length { get; private set; }

    /// <summary>Too many pieces for an honest file; what was put in later is lost.</summary>
    public bool IsFull { get; private set; }

    /// <summary>A range of the source as it is; none when it ends before it starts.</summary>
    public void Take(long start, long end) => Add(new Piece(start, end - start, Width: 0, New: null));

    /// <summary>Places of chunks in the source, of four or eight bytes each.</summary>
    public void TakePlaces(long start, long end, int width) => Add(new Piece(start, end - start, width, New: null));

    public void Add(ReadOnlyMemory<byte> bytes) => Add(new Piece(0, bytes.Length, Width: 0, bytes));

    public void AddBox(string type, Mp4Pieces content)
    {
        Add(Header(type, content.Length));
        Add(content);
    }

    public void Add(Mp4Pieces others)
    {
        others._pieces.ForEach(Add);
        IsFull |= others.IsFull;
    }

    /// <summary>The header of a box with so much in it.</summary>
    public static byte[] Header(string type, long length)
    {
        bool isLarge = length + 8 > uint.MaxValue;
        byte[] header = new byte[isLarge ? 16 : 8];
        BinaryPrimitives.WriteUInt32BigEndian(header, isLarge ? 1 : (uint)(length + 8));
        Encoding.Latin1.GetBytes(type, header.AsSpan(4));
        if (isLarge)
        {
            BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(8), length + 16);
        }

        return header;
    }

    /// <summary>Null when all of it was there.</summary>
    public Finding? Write(ZipSource source, Stream target, Mp4Shift shift, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        try
        {
            foreach (Piece piece in _pieces)
            {
                if (piece.New is { } bytes)
                {
                    target.Write(bytes.Span);
                }
                else if (Copy(source, target, piece, shift, buffer, cancellationToken) is { } finding)
                {
                    return finding;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return null;
    }

    private static Finding? Copy(
        ZipSource source,
        Stream target,
        Piece piece,
        Mp4Shift shift,
        byte[] buffer,
        CancellationToken cancellationToken
    )
    {
        for (long at = piece.Start; at < piece.Start + piece.Length; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            int wanted = (int)Math.Min(CopyBuffer, piece.Start + piece.Length - at);
            Span<byte> bytes = buffer.AsSpan(0, wanted);
            if (source.Fill(bytes, at) < wanted)
            {
                return FindingList.Make(FindingCodes.AudioTruncated, FindingSeverity.Fatal);
            }

            if (!Move(bytes, piece.Width, shift))
            {
                return AudioWriter.Unwritable("samples beyond 4 GB");
            }

            target.Write(bytes);
            at += wanted;
        }

        return null;
    }

    /// <summary>False when a place of four bytes would need more.</summary>
    private static bool Move(Span<byte> places, int width, Mp4Shift shift)
    {
        if (width == 0 || shift.By == 0)
        {
            return true;
        }

        for (; places.Length >= width; places = places[width..])
        {
            ulong place =
                width == 4
                    ? BinaryPrimitives.ReadUInt32BigEndian(places)
                    : BinaryPrimitives.ReadUInt64BigEndian(places);
            if (place < (ulong)shift.From)
            {
                continue;
            }

            ulong moved = unchecked(place + (ulong)shift.By);
            if (width == 8)
            {
                BinaryPrimitives.WriteUInt64BigEndian(places, moved);
            }
            else if (moved <= uint.MaxValue)
            {
                BinaryPrimitives.WriteUInt32BigEndian(places, (uint)moved);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private void Add(Piece piece)
    {
        if (piece.Length <= 0)
        {
            return;
        }

        Length += piece.Length;
        if (_pieces is [.., var last] && last.IsBefore(piece))
        {
            _pieces[^1] = last with { Length = last.Length + piece.Length };
        }
        else if (_pieces.Count < Limit)
        {
            _pieces.Add(piece);
        }
        else
        {
            IsFull = true;
        }
    }

    /// <param name="Width">Of a place of a chunk; zero for all else.</param>
    private readonly record struct Piece(long Start, long Length, int Width, ReadOnlyMemory<byte>? New)
    {
        public bool IsBefore(Piece next) =>
            New is null && next.New is null && Width == 0 && next.Width == 0 && Start + Length == next.Start;
    }
}
