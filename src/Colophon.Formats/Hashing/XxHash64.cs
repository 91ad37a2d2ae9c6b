using System.Buffers.Binary;
using System.Numerics;

namespace Colophon.Formats.Hashing;

/// <summary>
/// XXH64, the 64-bit hash of xxHash (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). Not for secrets:
/// it tells changed content from unchanged. Append in any pieces, then <see cref="Digest"/>; the pieces do not matter.
/// </summary>
public sealed class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;
    private const int Stripe = 32;

    private readonly ulong _seed;
    private readonly byte[] _pending = new byte[Stripe];
    private int _pendingLength;
    private ulong _length;
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Starts an empty hash.</summary>
    public XxHash64(ulong seed = 0)
    {
        _seed = seed;
        _a = seed + Prime1 + Prime2;
        _b = seed + Prime2;
        _c = seed;
        _d = seed - Prime1;
    }

    /// <summary>The hash of one piece.</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        var hash = new XxHash64(seed);
        hash.Append(bytes);
        return hash.Digest();
    }

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        if (_pendingLength > 0)
        {
            int taken = Math.Min(Stripe - _pendingLength, bytes.Length);
            bytes[..taken].CopyTo(_pending.AsSpan(_pendingLength));
            _pendingLength += taken;
            bytes = bytes[taken..];
            if (_pendingLength < Stripe)
            {
                return;
            }

            Consume(_pending);
            _pendingLength = 0;
        }

        int whole = bytes.Length - (bytes.Length % Stripe);
        Consume(bytes[..whole]);
        bytes[whole..].CopyTo(_pending);
        _pendingLength = bytes.Length - whole;
    }

    /// <summary>Adds a number as eight bytes, little end first.</summary>
    public void Append(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Append(bytes);
    }

    /// <summary>The hash of all that was appended; more may be appended afterwards.</summary>
    public ulong Digest()
    {
        ulong hash = _length >= Stripe ? Merged() : _seed + Prime5;
        hash += _length;
        ReadOnlySpan<byte> rest = _pending.AsSpan(0, _pendingLength);
        for (; rest.Length >= 8; rest = rest[8..])
        {
            hash ^= Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            hash = (BitOperations.RotateLeft(hash, 27) * Prime1) + Prime4;
        }

        if (rest.Length >= 4)
        {
            hash ^= BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1;
            hash = (BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3;
            rest = rest[4..];
        }

        foreach (byte b in rest)
        {
            hash = BitOperations.RotateLeft(hash ^ (b * Prime5), 11) * Prime1;
        }

        return Avalanche(hash);
    }

    private void Consume(ReadOnlySpan<byte> stripes)
    {
        (ulong a, ulong b, ulong c, ulong d) = (_a, _b, _c, _d);
        for (; stripes.Length >= Stripe; stripes = stripes[Stripe..])
        {
            a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(stripes));
            b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(stripes[8..]));
            c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(stripes[16..]));
            d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(stripes[24..]));
        }

        (_a, _b, _c, _d) = (a, b, c, d);
    }

    private ulong Merged()
    {
        ulong hash =
            BitOperations.RotateLeft(_a, 1)
            + BitOperations.RotateLeft(_b, 7)
            + BitOperations.RotateLeft(_c, 12)
            + BitOperations.RotateLeft(_d, 18);
        hash = Merge(hash, _a);
        hash = Merge(hash, _b);
        hash = Merge(hash, _c);
        return Merge(hash, _d);
    }

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;

    private static ulong Round(ulong lane, ulong input) =>
        BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1;

    private static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }
}
