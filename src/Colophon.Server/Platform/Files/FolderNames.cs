namespace Colophon.Server.Platform.Files;

/// <summary>
/// Folders that hold more folders than one wants to hold in memory at once. For our own folders only: what lies in the media is
/// listed by <see cref="FolderReader"/>, which tells what it could not see.
/// </summary>
public static class FolderNames
{
    /// <summary>The names of the folders in it, as they are met; no links. None when it is not there.</summary>
    public static IEnumerable<string> In(string folder) =>
        FileProbe.Look(folder).IsFolder
            ? Directory
                .EnumerateDirectories(folder)
                .Where(path => FileProbe.Look(path).Facts.Link == LinkForm.NoLink)
                .Select(path => Path.GetFileName(path))
            : [];

    /// <summary>Removes a folder that has nothing in it; any other stays.</summary>
    public static void RemoveEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // Something is in it, or came just now.
        }
    }
}
