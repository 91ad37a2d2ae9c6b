using System.Runtime.InteropServices;
using System.Text;

namespace Colophon.Server.Platform.Files;

/// <summary>The few calls of the C library that .NET does not offer without loss: names as bytes, times in nanoseconds, the errno.</summary>
internal static unsafe partial class Native
{
    public const int CurrentFolder = -100;
    public const int NoFollow = 0x100;
    private const int NoAutomount = 0x800;
    private const uint BasicStats = 0x7ff;

    /// <summary>Bytes of the longest path the kernel takes, with its end.</summary>
    public const int PathMax = 4096;

    /// <summary>Looks at a name in a folder. 0, or the errno.</summary>
    public static int Stat(int folder, byte* name, int flags, out Statx facts)
    {
        Statx local = default;
        var errno =
            statx(folder, name, flags | NoAutomount, BasicStats, &local) == 0 ? 0 : Marshal.GetLastPInvokeError();
        facts = local;
        return errno;
    }

    /// <summary>The path as the kernel takes it, or null when it is too long or holds a zero.</summary>
    public static byte[]? Bytes(string path)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, bytes);
        return bytes.Length <= PathMax && bytes.AsSpan().IndexOf((byte)0) == bytes.Length - 1 ? bytes : null;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int statx(int folder, byte* path, int flags, uint mask, Statx* facts);

    [LibraryImport("libc", EntryPoint = "opendir", SetLastError = true)]
    public static partial nint OpenFolder(byte* path);

    [LibraryImport("libc", EntryPoint = "dirfd")]
    public static partial int Descriptor(nint folder);

    /// <summary>Null at the end or on an error; the errno tells which.</summary>
    [LibraryImport("libc", EntryPoint = "readdir", SetLastError = true)]
    public static partial DirectoryEntry* ReadFolder(nint folder);

    [LibraryImport("libc", EntryPoint = "closedir")]
    public static partial int CloseFolder(nint folder);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true)]
    public static partial byte* RealPath(byte* path, byte* resolved);

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true)]
    public static partial nint ReadLink(byte* path, byte* target, nint capacity);

    /// <summary>The kernel's struct statx: the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct Statx
    {
        private const int TypeMask = 0xf000;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;

        public readonly bool IsLink => (Mode & TypeMask) == 0xa000;

        public readonly FileFacts Facts(LinkForm link) =>
            new(
                (Mode & TypeMask) switch
                {
                    0x8000 => EntryKind.File,
                    0x4000 => EntryKind.Folder,
                    _ => EntryKind.Other,
                },
                link,
                (long)Size,
                (ModifiedSeconds * 1_000_000_000) + ModifiedNanoseconds,
                new FileIdentity(((ulong)DeviceMajor << 32) | DeviceMinor, Inode)
            );
    }

    /// <summary>struct dirent of 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Explicit)]
    internal struct DirectoryEntry
    {
        [FieldOffset(19)]
        public byte FirstOfName;
    }
}
