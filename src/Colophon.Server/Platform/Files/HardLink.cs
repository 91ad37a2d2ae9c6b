using System.Runtime.InteropServices;

namespace Colophon.Server.Platform.Files;

public static partial class HardLink
{
    /// <summary>Makes a second name for a file. False where the file system cannot: another device, no links, too many.</summary>
    public static bool TryMake(string existing, string name) => Link(existing, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
