using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Platform.Files;

/// <summary>Where a path really leads. All comparing of paths is by segments: <c>/media/books2</c> is not inside <c>/media/books</c>.</summary>
public static class RealPath
{
    /// <summary>The path without links, dots and doubled slashes; null when it cannot be followed.</summary>
    public static unsafe string? Of(string path)
    {
        if (Native.Bytes(path) is not { } bytes)
            return null;
        var resolved = stackalloc byte[Native.PathMax];
        fixed (byte* name = bytes)
            return Native.RealPath(name, resolved) is null ? null : Marshal.PtrToStringUTF8((nint)resolved);
    }

    /// <summary>Whether the path, all links followed, is the root or lies in it. False when either cannot be followed.</summary>
    public static bool IsInside(string root, string path) =>
        Of(root) is { } realRoot && Of(path) is { } realPath && IsInsideByText(realRoot, realPath);

    /// <summary>The same by text alone; both must be absolute and clean.</summary>
    public static bool IsInsideByText(string root, string path)
    {
        var folder = root.TrimEnd('/');
        return path.StartsWith(folder, StringComparison.Ordinal)
            && (path.Length == folder.Length || path[folder.Length] == '/');
    }

    /// <summary>The path of an open file as the kernel knows it, whatever happened to its names since.</summary>
    public static unsafe string? Of(SafeFileHandle file)
    {
        var link = Native.Bytes($"/proc/self/fd/{file.DangerousGetHandle()}")!;
        var target = stackalloc byte[Native.PathMax];
        fixed (byte* name = link)
        {
            var length = Native.ReadLink(name, target, Native.PathMax);
            return length < 0 ? null : Encoding.UTF8.GetString(target, (int)length);
        }
    }

    /// <summary>Whether a path without links lies in the root. One that begins like the root shows that the root has no links either.</summary>
    private static bool LeadsInto(string root, string real) =>
        IsInsideByText(root, real) || (Of(root) is { } realRoot && IsInsideByText(realRoot, real));

    /// <summary>
    /// Opens a file for reading and only then checks that it lies in one of the roots, so that no link can be swapped in between.
    /// Throws <see cref="UnauthorizedAccessException"/> when it does not, and what <see cref="File.OpenHandle"/> throws.
    /// </summary>
    public static SafeFileHandle OpenInside(IEnumerable<string> roots, string path)
    {
        var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        if (Of(handle) is { } real && roots.Any(root => LeadsInto(root, real)))
            return handle;
        handle.Dispose();
        throw new UnauthorizedAccessException($"{path} leads out of the library's folders.");
    }
}
