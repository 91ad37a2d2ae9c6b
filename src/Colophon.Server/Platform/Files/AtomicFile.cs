using System.Security.Cryptography;

namespace Colophon.Server.Platform.Files;

public enum Durability
{
    /// <summary>Whole or absent for every reader; a power cut may lose it.</summary>
    Quick,

    /// <summary>On the disk when the call returns.</summary>
    Synced,
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
        // Hidden and *.part: every scanner, ours too, leaves such names alone.
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, $".{RandomNumberGenerator.GetHexString(16)}.part");
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
            SynchronizeFolder(folder);
    }

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
