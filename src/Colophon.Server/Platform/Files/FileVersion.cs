using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Platform.Files;

/// <summary>Tells two states of a file apart by time and size, as short text for tags and addresses.</summary>
public static class FileVersion
{
    public static string Of(SafeFileHandle file) =>
        $"{File.GetLastWriteTimeUtc(file).Ticks:x}-{RandomAccess.GetLength(file):x}";
}
