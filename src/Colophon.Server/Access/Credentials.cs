using Colophon.Server.Platform.Http;

namespace Colophon.Server.Access;

/// <summary>What a user name and a password must be.</summary>
internal static class Credentials
{
    public const int LeastPassword = 8;
    private const int MostPassword = 256;
    private const int MostUsername = 64;

    public static void CheckUsername(FieldErrors errors, string username)
    {
        var trimmed = username.Trim();
        if (trimmed.Length is 0 or > MostUsername)
            errors.Add("username", $"A user name has 1 to {MostUsername} characters.");
        else if (trimmed.Any(char.IsControl))
            errors.Add("username", "A user name has no control characters.");
    }

    public static void CheckPassword(FieldErrors errors, string password)
    {
        if (password.Length < LeastPassword)
            errors.Add("password", $"A password has {LeastPassword} or more characters.");
        else if (password.Length > MostPassword)
            errors.Add("password", $"A password has at most {MostPassword} characters.");
    }
}
