using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests;

/// <summary>Bytes as a file on the disk, for what reads places of a file.</summary>
internal static class OnDisk
{
    /// <summary>It has no name any more and is gone when it is closed.</summary>
    public static SafeFileHandle Of(byte[] content)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, content);
        SafeFileHandle file = File.OpenHandle(path);
        File.Delete(path);
        return file;
    }
}
