using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Colophon.Server.Platform.Native;

/// <summary>Messages between this program and its probe child: a length of four bytes (little endian), then JSON.</summary>
internal static class Frames
{
    private const int Prefix = 4;
    private const int MaxLength = 1 << 20;

    public static async Task WriteAsync<T>(
        Stream stream,
        T message,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, type);
        var frame = new byte[Prefix + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        body.CopyTo(frame, Prefix);
        await stream.WriteAsync(frame, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>The next message; null when the other side closed between two messages.</summary>
    /// <exception cref="IOException">It closed in the middle of one, or what came is no message.</exception>
    public static async Task<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var prefix = new byte[Prefix];
        var got = await stream.ReadAtLeastAsync(prefix, Prefix, throwOnEndOfStream: false, cancellationToken);
        if (got == 0)
            return null;
        var length = got < Prefix ? -1 : BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length is < 0 or > MaxLength)
            throw new IOException("What came from the other side is no message.");
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException exception)
        {
            throw new IOException("What came from the other side is no message.", exception);
        }
    }
}
