using System.Runtime.InteropServices;

namespace Colophon.Server.Platform.Files;

/// <summary>Linux's error numbers as far as they make a difference here.</summary>
internal static class Errno
{
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int AccessDenied = 13;
    private const int NotAFolder = 20;
    private const int StaleHandle = 116;

    public const int NameTooLong = 36;

    public static PathState StateOf(int errno) =>
        errno switch
        {
            NoEntry or NotAFolder => PathState.Missing,
            NotPermitted or AccessDenied => PathState.Denied,
            StaleHandle => PathState.Stale,
            _ => PathState.IoError,
        };

    public static string Text(int errno) => Marshal.GetPInvokeErrorMessage(errno);
}
