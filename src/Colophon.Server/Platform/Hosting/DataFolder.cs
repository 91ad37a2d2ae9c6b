namespace Colophon.Server.Platform.Hosting;

/// <summary>Makes sure that the data folder can be worked in, before anything else starts.</summary>
public static class DataFolder
{
    /// <summary>Creates it, readable for its owner only, and tries a write.</summary>
    public static void Prepare(string folder, DatabasePlace database = DatabasePlace.InDataFolder)
    {
        try
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            var trial = Path.Combine(folder, $".write-{Environment.ProcessId}");
            File.WriteAllBytes(trial, [1]);
            File.Delete(trial);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data folder {folder} cannot be written: {refused.Message} "
                    + "Give the user that runs Colophon a folder of its own with --data or COLOPHON_DATA."
            );
        }
        // Nodes that share a database share the cache too, so their folder may lie on the network.
        if (database is DatabasePlace.InDataFolder && NetworkFileSystemOf(folder) is { } kind)
            throw new StartRefusedException(
                $"The data folder {folder} lies on a network file system ({kind}), where a database is not safe. "
                    + "Put it on a local disk with --data or COLOPHON_DATA; the libraries may stay on the network."
            );
    }

    /// <summary>The name of the network file system a folder lies on, or null when it is local.</summary>
    public static string? NetworkFileSystemOf(string folder)
    {
        var drive = new DriveInfo(folder);
        return drive.DriveType is DriveType.Network ? drive.DriveFormat : null;
    }
}

/// <summary>Where the database lies.</summary>
public enum DatabasePlace
{
    InDataFolder,
    Elsewhere,
}
