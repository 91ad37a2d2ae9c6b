namespace Colophon.Server.Platform.Files;

/// <summary>
/// A file in the making. It gets its name only when it is whole; disposed before that, it is gone. Unlike
/// <see cref="AtomicFile"/> its temporary name is the caller's, who can find it again after a crash.
/// </summary>
public sealed class UnfinishedFile : IDisposable
{
    private readonly FileStream? stream;
    private bool isPlaced;

    private UnfinishedFile(string path, FileStream? stream) => (Path, this.stream) = (path, stream);

    public string Path { get; }

    /// <summary>Makes the folder when it is not there. What a crash left under this name is overwritten.</summary>
    public static UnfinishedFile Create(string path)
    {
        MakeFolderOf(path);
        try
        {
            return new UnfinishedFile(path, CreateFile(path));
        }
        catch (IOException) when (FileProbe.Look(path).IsFile)
        {
            Discard(path);
            return new UnfinishedFile(path, CreateFile(path));
        }
    }

    /// <summary>One that another process writes. Makes the folder when it is not there.</summary>
    public static UnfinishedFile MadeElsewhere(string path)
    {
        MakeFolderOf(path);
        return new UnfinishedFile(path, null);
    }

    /// <summary>In that other process: the stream to write it by.</summary>
    public static FileStream OpenEmpty(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.None);

    public static void MakeFolderOf(string path) => Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);

    public static void Discard(string path) => File.Delete(path);

    // Not FileMode.Create: it empties the file it opens, and ext4 then waits for the disk when such a file is closed.
    private static FileStream CreateFile(string path) =>
        new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

    public void Write(ReadOnlySpan<byte> bytes) => stream!.Write(bytes);

    /// <summary>Closes it and gives it its name, in place of a file that may have it.</summary>
    public void Place(string path)
    {
        stream?.Dispose();
        File.Move(Path, path, overwrite: true);
        isPlaced = true;
    }

    public void Dispose()
    {
        stream?.Dispose();
        if (!isPlaced)
            Discard(Path);
    }
}
