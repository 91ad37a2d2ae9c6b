using System.Runtime.InteropServices;

namespace Colophon.Server.Platform.Native;

/// <summary>One way through an archive from its first file to its last. Folders and links are passed over.</summary>
internal sealed class ArchiveWalk : IDisposable
{
    private const int BlockLength = 64 * 1024;
    private const int NameLimit = 4096;
    private const uint TypeMask = 0xF000;
    private const uint RegularFile = 0x8000;

    private readonly nint archive;
    private nint entry;

    public ArchiveWalk(string path)
    {
        archive = LibArchive.Make();
        IsOpen = archive != 0 && LibArchive.Open(archive, path, BlockLength) >= LibArchive.Warn;
        Trouble = IsOpen ? null : Error();
    }

    public bool IsOpen { get; }

    /// <summary>Why the way ends here; null at its end.</summary>
    public string? Trouble { get; private set; }

    public string Name { get; private set; } = "";

    public long Size => LibArchive.HasSize(entry) == 0 ? -1 : LibArchive.Size(entry);

    public bool IsEncrypted => LibArchive.IsEncrypted(entry) != 0;

    /// <summary>Whether a password is missing; libarchive knows it of some formats only by what it says.</summary>
    public bool IsLocked =>
        archive != 0
        && (
            LibArchive.HasEncryptedEntries(archive) == 1
            || (Trouble?.Contains("ncrypt", StringComparison.Ordinal) ?? false)
        );

    /// <summary>Goes to the next file; false at the end and where it cannot be read on.</summary>
    public bool Next()
    {
        while (IsOpen)
        {
            var result = LibArchive.Next(archive, out entry);
            if (result == LibArchive.EndOfFile)
                return false;
            if (result < LibArchive.Warn)
            {
                Trouble = Error();
                return false;
            }
            Name = NameOf(entry);
            var type = LibArchive.FileType(entry) & TypeMask;
            if (Name.Length is > 0 and <= NameLimit && type is RegularFile or 0)
                return true;
        }
        return false;
    }

    /// <summary>Takes the file out. Null: all of it was written.</summary>
    public unsafe ProbeAnswer? CopyTo(Stream target, long limit)
    {
        var buffer = new byte[BlockLength];
        long copied = 0;
        while (true)
        {
            nint read;
            fixed (byte* start = buffer)
                read = LibArchive.Read(archive, start, (nuint)buffer.Length);
            if (read == 0)
                return null;
            if (read < 0)
                return new ProbeAnswer(ProbeCodes.Unreadable, Error());
            copied += read;
            if (copied > limit)
                return new ProbeAnswer(ProbeCodes.TooLarge, $"{Name} is larger than {limit} bytes.");
            target.Write(buffer, 0, (int)read);
        }
    }

    public void Dispose()
    {
        if (archive != 0)
            LibArchive.Free(archive);
    }

    private static string NameOf(nint entry)
    {
        if (Marshal.PtrToStringUTF8(LibArchive.NameUtf8(entry)) is { } name)
            return name;
        // What has no UTF-8 form comes with replacement characters; they are the same ones the next time.
        var bytes = LibArchive.Name(entry);
        return bytes == 0 ? "" : Marshal.PtrToStringUTF8(bytes) ?? "";
    }

    private string Error() =>
        archive == 0
            ? "There is no memory."
            : Marshal.PtrToStringUTF8(LibArchive.ErrorText(archive)) ?? "It gave no reason.";
}
