using System.Security.Cryptography;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Platform.Protection;

/// <summary>
/// The key outside the database: without it what is protected there cannot be read, by whoever holds a copy. It comes from the
/// environment, or from a file of the data folder that is made when it is first needed.
/// </summary>
public sealed class MasterKey
{
    private const int Bytes = 32;
    private const string Variable = "COLOPHON_SECRET_KEY";

    private readonly Lazy<byte[]> key;

    public MasterKey(ServerOptions options) =>
        key = new Lazy<byte[]>(() => options.SecretKey ?? FromFile(options.SecretKeyFile));

    public ReadOnlySpan<byte> Value => key.Value;

    /// <summary>Tells it from other keys without telling it.</summary>
    public string Name => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, "colophon"u8))[..16];

    /// <summary>The key that a variable of the environment says; null when it says nothing.</summary>
    /// <exception cref="StartRefusedException">It is no key.</exception>
    public static byte[]? Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Decode(text) is { } bytes ? bytes
        : throw new StartRefusedException(
            $"{Variable} is not a key. Give {Bytes} bytes in base64, the same on all nodes; one is made by: openssl rand -base64 {Bytes}"
        );

    // Waited for, because the framework that asks for the key is synchronous; it happens once.
    private static byte[] FromFile(string path) =>
        Decode(PrivateFile.ReadOrMakeAsync(path, NewKey, CancellationToken.None).GetAwaiter().GetResult())
        ?? throw new InvalidDataException(
            $"{path} is not a key. Bring it back from a backup, or remove it and enter the secrets again."
        );

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[Bytes];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Bytes ? bytes : null;
    }
}
