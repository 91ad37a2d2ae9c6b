namespace Colophon.Server.Platform.Files;

/// <summary>A small file that only its owner may read, made once by whoever needs it first.</summary>
public static class PrivateFile
{
    /// <summary>What the file says. When it is not there it is made first, whole or not at all, and is on the disk then.</summary>
    /// <exception cref="IOException">It can be neither read nor made.</exception>
    public static async Task<string> ReadOrMakeAsync(
        string path,
        Func<string> make,
        CancellationToken cancellationToken
    )
    {
        if (!FileProbe.Look(path).IsFile)
            await MakeAsync(path, make(), cancellationToken);
        return await File.ReadAllTextAsync(path, cancellationToken);
    }

    private static async Task MakeAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await AtomicFile.MakeAsync(
                path,
                WhenThere.Refuse,
                (temporary, token) => File.WriteAllTextAsync(temporary, text, token),
                cancellationToken
            );
        }
        catch (IOException) when (FileProbe.Look(path).IsFile)
        {
            // Several processes may find none: the one whose file gets the name first has made it.
        }
    }
}
