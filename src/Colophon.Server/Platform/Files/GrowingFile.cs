namespace Colophon.Server.Platform.Files;

/// <summary>
/// A file that is written in steps, each durable before it is noted elsewhere, and goes on after a crash from the last noted step.
/// Until it is finished it lies under another name, so nobody sees half of it.
/// </summary>
public sealed class GrowingFile : IAsyncDisposable
{
    private readonly FileStream stream;
    private readonly string path;

    private GrowingFile(FileStream stream, string path)
    {
        this.stream = stream;
        this.path = path;
    }

    public Stream Stream => stream;

    /// <summary>How much is there; 0 = it has to be written from the beginning.</summary>
    public long Length => stream.Position;

    /// <summary>
    /// Opens it at its last noted length; what was written after that is cut off. When less than that is there (it was finished
    /// already, or lost) it begins anew: see <see cref="Length"/>.
    /// </summary>
    public static GrowingFile Open(string path, long length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var opened = new FileStream(Temporary(path), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        if (opened.Length < length)
            length = 0;
        opened.SetLength(length);
        opened.Position = length;
        return new GrowingFile(opened, path);
    }

    /// <summary>Makes all that was written durable; the length to note.</summary>
    public async Task<long> KeepAsync(CancellationToken cancellationToken)
    {
        await stream.FlushAsync(cancellationToken);
        stream.Flush(flushToDisk: true);
        return stream.Position;
    }

    /// <summary>Gives it its name.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await KeepAsync(cancellationToken);
        await stream.DisposeAsync();
        File.Move(Temporary(path), path, overwrite: true);
    }

    public static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(Temporary(path));
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static string Temporary(string path) => path + ".part";
}
