namespace Colophon.Server.Platform.Files;

/// <summary>
/// Looks at a path and tells "not there" from "cannot say", which <c>File.Exists</c> does not.
/// Whoever is about to call something gone must ask here.
/// </summary>
public static class FileProbe
{
    /// <summary>Follows symbolic links: a dangling one is missing.</summary>
    public static unsafe ProbeResult Look(string path)
    {
        if (Native.Bytes(path) is not { } bytes)
            return ProbeResult.Refused(Errno.NameTooLong);
        fixed (byte* name = bytes)
            return Look(Native.CurrentFolder, name);
    }

    internal static unsafe ProbeResult Look(int folder, byte* name)
    {
        var errno = Native.Stat(folder, name, Native.NoFollow, out var facts);
        if (errno == 0 && !facts.IsLink)
            return new ProbeResult(PathState.Present, facts.Facts(LinkForm.NoLink), null);
        if (errno == 0)
            errno = Native.Stat(folder, name, 0, out facts);
        return errno == 0
            ? new ProbeResult(PathState.Present, facts.Facts(LinkForm.Link), null)
            : ProbeResult.Refused(errno);
    }
}
