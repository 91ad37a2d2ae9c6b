using System.Security.Cryptography;

namespace Colophon.Server.Platform.Files;

public enum Durability
{
    /// <summary>Whole or absent for every reader; a power cut may lose it.</summary>
    Quick,

    /// <summary>On the disk when the call returns.</summary>
    Synced,
}

/// <summary>What becomes of a file that has the name already.</summary>
public enum WhenThere
{
    Refuse,
    Replace,
}

/// <summary>Writes a file so that nobody ever sees half of it: a temporary file beside it, then a rename.</summary>
public static class AtomicFile
{
    public static Task WriteAsync(
        string path,
        ReadOnlyMemory<byte> content,
        Durability durability,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            path,
            async (stream, token) => await stream.WriteAsync(content, token),
            durability,
            cancellationToken
        );

    /// <summary>The folder must exist. When <paramref name="write"/> throws nothing is left behind and an older file stays.</summary>
    public static async Task WriteAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        Durability durability,
        CancellationToken cancellationToken
    )
    {
        var temporary = Beside(path);
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await write(stream, cancellationToken);
                stream.Flush(flushToDisk: durability is Durability.Synced);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        if (durability is Durability.Synced)
            SynchronizeFolder(FolderOf(path));
    }

    /// <summary>
    /// The same for a file that something else writes, such as a database: <paramref name="make"/> is given the path of an empty
    /// one, readable for its owner only. It is on the disk when the call returns.
    /// </summary>
    /// <exception cref="IOException">The name is taken, or the file cannot be written.</exception>
    public static async Task MakeAsync(
        string path,
        WhenThere whenThere,
        Func<string, CancellationToken, Task> make,
        CancellationToken cancellationToken
    )
    {
        if (whenThere is WhenThere.Refuse && FileProbe.Look(path).State is not PathState.Missing)
            throw new IOException($"{path} is there already.");
        var temporary = Beside(path);
        try
        {
            await using (CreateEmpty(temporary)) { }
            await make(temporary, cancellationToken);
            using (var made = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite))
                RandomAccess.FlushToDisk(made);
            File.Move(temporary, path, overwrite: whenThere is WhenThere.Replace);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        SynchronizeFolder(FolderOf(path));
    }

    /// <summary>
    /// The same under a temporary name in the same folder that the caller chooses, and can find again after a crash. What a crash
    /// left there is overwritten. It is on the disk when the call returns.
    /// </summary>
    /// <exception cref="IOException">The name is taken, or the file cannot be written.</exception>
    public static async Task PlaceAsync(
        string path,
        string temporaryName,
        WhenThere whenThere,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellationToken
    )
    {
        var temporary = Path.Combine(FolderOf(path), temporaryName);
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await write(stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: whenThere is WhenThere.Replace);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        SynchronizeFolder(FolderOf(path));
    }

    /// <summary>Removes what a crash left under such a name.</summary>
    public static void Sweep(string path, string temporaryName) =>
        File.Delete(Path.Combine(FolderOf(path), temporaryName));

    /// <summary>Removes a file for good: its folder is on the disk when the call returns.</summary>
    public static void Remove(string path)
    {
        File.Delete(path);
        SynchronizeFolder(FolderOf(path));
    }

    private static FileStream CreateEmpty(string path) =>
        new(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    // Hidden and *.part: every scanner, ours too, leaves such names alone.
    private static string Beside(string path) =>
        Path.Combine(FolderOf(path), $".{RandomNumberGenerator.GetHexString(16)}.part");

    // The rename itself lives in the folder.
    private static unsafe void SynchronizeFolder(string folder)
    {
        fixed (byte* name = Native.Bytes(folder))
        {
            var opened = Native.OpenFolder(name);
            if (opened == 0)
                throw new IOException($"{folder} cannot be opened to make a rename durable.");
            _ = Native.Synchronize(Native.Descriptor(opened));
            _ = Native.CloseFolder(opened);
        }
    }
}
