namespace Colophon.Server.Platform.Files;

/// <summary>When one of our own files was last of use: what nothing refers to goes when that is long ago.</summary>
public static class FileAge
{
    /// <summary>False when there is no such file.</summary>
    public static bool Renew(string path, DateTimeOffset now)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, now.UtcDateTime);
            return true;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
