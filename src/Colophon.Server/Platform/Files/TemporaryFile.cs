namespace Colophon.Server.Platform.Files;

/// <summary>A file without a name: it is there as long as somebody has it open, and leaves nothing behind, after a crash neither.</summary>
public static class TemporaryFile
{
    /// <summary>Makes the folder when it is not there.</summary>
    public static FileStream Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Delete(path);
        return stream;
    }
}
