using System.Security.Cryptography;

namespace Colophon.Server.Platform.Files;

/// <summary>A folder for files that are needed for a moment, its owner's only; gone with all that is in it when disposed.</summary>
public sealed class WorkFolder : IDisposable
{
    private readonly string path;

    private WorkFolder(string path) => this.path = path;

    /// <summary>Makes one in a folder that is there.</summary>
    public static WorkFolder In(string folder)
    {
        var made = Path.Combine(folder, $".{RandomNumberGenerator.GetHexString(16)}.part");
        Directory.CreateDirectory(made, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new WorkFolder(made);
    }

    /// <summary>Makes one where a file is going to be.</summary>
    public static WorkFolder Beside(string file) => In(Path.GetDirectoryName(Path.GetFullPath(file))!);

    public string PathOf(string name) => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}
