using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>Codes of a scan's errors and warnings that are not findings of a format. Listed in ERRORS.md.</summary>
public static class ScanErrorCodes
{
    public const string PathDenied = "path_denied";
    public const string PathIoError = "path_io_error";
    public const string PathVanished = "path_vanished";
    public const string NameNotUtf8 = "name_not_utf8";
    public const string PathTooDeep = "path_too_deep";
    public const string PathIgnored = "path_ignored";
    public const string PathOutsideRoots = "path_outside_roots";
    public const string RootUnavailable = "root_unavailable";
    public const string MassLossGuard = "mass_loss_guard";
    public const string LibraryGone = "library_gone";
    public const string ProviderWaits = "provider_waits";

    public static string Of(PathState state) =>
        state switch
        {
            PathState.Denied => PathDenied,
            PathState.Missing => PathVanished,
            _ => PathIoError,
        };
}
