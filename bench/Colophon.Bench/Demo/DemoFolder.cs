using System.Security.Cryptography;
using System.Text.Json;

namespace Colophon.Bench.Demo;

/// <summary>The folder that keeps libraries, data and administrator of the demo from one run to the next.</summary>
internal sealed class DemoFolder(string folder)
{
    private const int PasswordBytes = 9;

    public string Data => Path.Combine(folder, "data");

    public string PathOf(DemoLibrary library) => Path.Combine(folder, library.Folder);

    /// <summary>Writes the files where they are not there yet: under another name first, so that half a library is never taken for one.</summary>
    public void Ensure(DemoLibrary library, CancellationToken cancellationToken)
    {
        var path = PathOf(library);
        if (new DirectoryInfo(path).Exists)
            return;
        Console.WriteLine($"Making a library of {library.Contents} in {path}");
        var unfinished = new DirectoryInfo($"{path}.unfinished");
        if (unfinished.Exists)
            unfinished.Delete(recursive: true);
        library.Write(unfinished.FullName, cancellationToken);
        unfinished.MoveTo(path);
    }

    /// <summary>The name and password of the administrator, made up in the first run.</summary>
    public Credentials EnsureCredentials()
    {
        var file = new FileInfo(Path.Combine(folder, "administrator.json"));
        if (file.Exists)
            return JsonSerializer.Deserialize<Credentials>(File.ReadAllText(file.FullName))!;
        var credentials = new Credentials(
            "admin",
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes))
        );
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var stream = file.Open(options);
        JsonSerializer.Serialize(stream, credentials);
        return credentials;
    }
}

internal sealed record Credentials(string Username, string Password);
