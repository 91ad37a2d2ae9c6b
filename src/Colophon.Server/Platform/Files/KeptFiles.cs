namespace Colophon.Server.Platform.Files;

/// <summary>Files of a row of which only the last are of use.</summary>
public static class KeptFiles
{
    /// <summary>Deletes the files of a folder that begin so, but for the last by name.</summary>
    public static void KeepLast(string folder, string beginning, int count)
    {
        var files = new DirectoryInfo(folder)
            .GetFiles($"{beginning}*")
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var file in files.SkipLast(count))
            file.Delete();
    }
}
