using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Platform.Files;

/// <summary>A file that is open and was checked, to be served.</summary>
/// <param name="Facts">Of the very file that is open.</param>
public sealed record OpenedFile(SafeFileHandle Handle, FileFacts Facts) : IDisposable
{
    /// <summary>Changes with every change of the file that its size or time show.</summary>
    public string Tag => $"{Facts.Size:x}-{Facts.ModifiedNs:x}";

    public DateTimeOffset ModifiedAt => DateTimeOffset.FromUnixTimeMilliseconds(Facts.ModifiedNs / 1_000_000);

    /// <summary>Opens a file inside one of the roots; null when it is not there, leads elsewhere or may not be read.</summary>
    public static OpenedFile? Inside(IEnumerable<string> roots, string path)
    {
        try
        {
            var handle = RealPath.OpenInside(roots, path);
            var look = FileProbe.Look($"/proc/self/fd/{handle.DangerousGetHandle()}");
            if (look.IsFile)
                return new OpenedFile(handle, look.Facts);
            handle.Dispose();
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // For whoever asks over the network all of these are the same: it cannot be had.
            return null;
        }
    }

    public void Dispose() => Handle.Dispose();
}
