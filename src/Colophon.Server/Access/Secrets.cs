using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Colophon.Server.Access;

/// <summary>Tokens that only their owner knows: we keep a SHA-256, which is enough for 256 random bits.</summary>
internal static class Secrets
{
    public const string KeyPrefix = "clp_";

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string NewKey() => KeyPrefix + NewToken();

    /// <summary>Short enough to be typed from a log: 8 letters and digits that are not mistaken for each other.</summary>
    public static string NewSetupCode() => RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ23456789", 8);

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}

/// <summary>Passwords, hashed by ASP.NET Core Identity's hasher.</summary>
internal sealed class Passwords
{
    private readonly PasswordHasher<Passwords> hasher;
    private readonly Lazy<string> nobody;

    public Passwords(IOptions<PasswordHasherOptions> options)
    {
        hasher = new PasswordHasher<Passwords>(options);
        nobody = new Lazy<string>(() => Hash(Secrets.NewToken()));
    }

    public string Hash(string password) => hasher.HashPassword(this, password);

    /// <summary>Takes as long for a user that does not exist (<paramref name="hash"/> null) as for a wrong password.</summary>
    public bool Fits(string? hash, string password) =>
        hasher.VerifyHashedPassword(this, hash ?? nobody.Value, password) is not PasswordVerificationResult.Failed
        && hash is not null;
}
