using System.Runtime.InteropServices;
using System.Text;

namespace Colophon.Server.Platform.Files;

/// <summary>Whether a name can be said in text, and so be opened by us.</summary>
public enum NameForm
{
    Utf8,

    /// <summary>The bytes on disk are not UTF-8: the name here has U+FFFD in their place and leads nowhere. A finding, never opened.</summary>
    NotUtf8,
}

/// <summary>One name in a folder, hidden ones too, never "." and "..".</summary>
/// <param name="State">Present, or why what the name (or the link) leads to cannot be seen.</param>
/// <param name="Facts">Default unless present.</param>
public readonly record struct FolderEntry(string Name, NameForm Form, PathState State, FileFacts Facts)
{
    public bool IsFile => State is PathState.Present && Facts.Kind is EntryKind.File;

    public bool IsFolder => State is PathState.Present && Facts.Kind is EntryKind.Folder;
}

/// <summary>What a folder holds, in byte order of names.</summary>
/// <param name="State">Present, or why it cannot be read; then there are no entries.</param>
/// <param name="Trouble">The system's words when it cannot be read.</param>
public sealed record FolderListing(PathState State, IReadOnlyList<FolderEntry> Entries, string? Trouble);

/// <summary>
/// Lists a folder with size and time of every entry in one pass. Nothing is skipped silently: a folder that cannot be read,
/// or breaks off while it is read, is an answer with a state and no entries.
/// </summary>
public static class FolderReader
{
    /// <summary>Allocates the entries only; the folder is closed when this returns.</summary>
    public static unsafe FolderListing List(string path)
    {
        if (Native.Bytes(path) is not { } bytes)
            return Unreadable(Errno.NameTooLong);
        nint folder;
        fixed (byte* name = bytes)
            folder = Native.OpenFolder(name);
        if (folder == 0)
            return Unreadable(Marshal.GetLastPInvokeError());
        try
        {
            return Read(folder);
        }
        finally
        {
            _ = Native.CloseFolder(folder);
        }
    }

    private static unsafe FolderListing Read(nint folder)
    {
        var entries = new List<FolderEntry>();
        var descriptor = Native.Descriptor(folder);
        while (true)
        {
            var entry = Native.ReadFolder(folder);
            if (entry is null)
                break;
            var name = &entry->FirstOfName;
            var bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name);
            if (bytes.SequenceEqual("."u8) || bytes.SequenceEqual(".."u8))
                continue;
            var look = FileProbe.Look(descriptor, name);
            entries.Add(new FolderEntry(NameOf(bytes, out var form), form, look.State, look.Facts));
        }
        var errno = Marshal.GetLastPInvokeError();
        if (errno != 0)
            return Unreadable(errno);
        entries.Sort(static (left, right) => ByteOrder.Compare(left.Name, right.Name));
        return new FolderListing(PathState.Present, entries, null);
    }

    private static string NameOf(ReadOnlySpan<byte> bytes, out NameForm form)
    {
        form = System.Text.Unicode.Utf8.IsValid(bytes) ? NameForm.Utf8 : NameForm.NotUtf8;
        return Encoding.UTF8.GetString(bytes);
    }

    private static FolderListing Unreadable(int errno) => new(Errno.StateOf(errno), [], Errno.Text(errno));
}
