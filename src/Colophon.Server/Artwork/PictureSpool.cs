using System.Buffers;
using System.Security.Cryptography;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Artwork;

/// <summary>
/// Takes the bytes of one picture and hashes them on the way: in pooled memory while it is of ordinary size, past that
/// in the temporary file, so that fifty megabytes a reader thread are never held.
/// </summary>
public sealed class PictureSpool : Stream
{
    /// <summary>Bytes of the largest picture that is kept.</summary>
    public const long Limit = 50L * 1024 * 1024;

    private const int MemoryLimit = 2 * 1024 * 1024;
    private const int SmallestBuffer = 64 * 1024;

    private readonly Func<UnfinishedFile> openTemporary;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] memory;
    private int inMemory;
    private long length;
    private UnfinishedFile? file;

    /// <summary>An empty spool.</summary>
    /// <param name="expected">How long the picture says it is; only a hint.</param>
    /// <param name="openTemporary">Called at most once, for a picture too large for memory.</param>
    public PictureSpool(long expected, Func<UnfinishedFile> openTemporary)
    {
        this.openTemporary = openTemporary;
        memory = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected, SmallestBuffer, MemoryLimit));
    }

    /// <summary>The picture, or the beginning of a large one.</summary>
    public ReadOnlySpan<byte> Head => memory.AsSpan(0, inMemory);

    /// <summary>The temporary file that holds the bytes; null while they are in memory.</summary>
    internal UnfinishedFile? File => file;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>64 lower case hex digits over all that was written. The spool takes nothing more after it.</summary>
    public string Finish()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (length + buffer.Length > Limit)
            throw new PictureTooLargeException();
        hash.AppendData(buffer);
        if (file is null && length + buffer.Length > memory.Length)
            MakeRoom(length + buffer.Length);
        if (file is null)
        {
            buffer.CopyTo(memory.AsSpan(inMemory));
            inMemory += buffer.Length;
        }
        else
        {
            WriteFile(file, buffer);
        }
        length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && memory.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(memory);
            memory = [];
            inMemory = 0;
            hash.Dispose();
            file?.Dispose();
        }
        base.Dispose(disposing);
    }

    private void MakeRoom(long needed)
    {
        if (needed > MemoryLimit)
        {
            Spill();
            return;
        }
        var larger = ArrayPool<byte>.Shared.Rent(MemoryLimit);
        Head.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(memory);
        memory = larger;
    }

    private void Spill()
    {
        file = openTemporary();
        WriteFile(file, Head);
    }

    private static void WriteFile(UnfinishedFile file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (IOException refused)
        {
            throw new CacheUnwritableException(file.Path, refused);
        }
    }
}

/// <summary>The picture is larger than <see cref="PictureSpool.Limit"/>.</summary>
public sealed class PictureTooLargeException : Exception;
