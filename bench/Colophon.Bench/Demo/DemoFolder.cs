using System.Security.Cryptography;
using System.Text.Json;
using Colophon.Testing.Books;

namespace Colophon.Bench.Demo;

/// <summary>The folder that keeps library, data and administrator of the demo from one run to the next.</summary>
internal sealed class DemoFolder(string folder)
{
    private const int PasswordBytes = 9;

    public string Library => Path.Combine(folder, "library");

    public string Data => Path.Combine(folder, "data");

    /// <summary>Writes the books where they are not there yet: under another name first, so that half a library is never taken for one.</summary>
    public void EnsureLibrary(CancellationToken cancellationToken)
    {
        if (new DirectoryInfo(Library).Exists)
            return;
        var books = DemoBooks.Plans();
        Console.WriteLine($"Making a library of {books.Count} books and some comics in {Library}");
        var unfinished = new DirectoryInfo($"{Library}.unfinished");
        if (unfinished.Exists)
            unfinished.Delete(recursive: true);
        BookFolders.Write(unfinished.FullName, books, cancellationToken);
        DemoBooks.WriteDamaged(unfinished.FullName);
        DemoComics.Write(unfinished.FullName);
        unfinished.MoveTo(Library);
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
