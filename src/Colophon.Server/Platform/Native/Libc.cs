using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Colophon.Server.Platform.Native;

/// <summary>Calls of the C library that .NET has no method for.</summary>
internal static partial class Libc
{
    private const int AddressSpace = 9;

    /// <summary>Bounds what this process may map from now on; past it, allocations fail.</summary>
    public static void LimitAddressSpace(ulong bytes)
    {
        var limit = new ResourceLimit { Soft = bytes, Hard = bytes };
        if (SetResourceLimit(AddressSpace, in limit) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "The memory limit could not be set.");
    }

    /// <summary>Has the C library give back what it keeps of freed memory: of compiled code, of SQLite. Another library than glibc keeps none.</summary>
    public static void TrimHeap()
    {
        if (NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "malloc_trim", out _))
            MallocTrim(0);
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint pad);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
