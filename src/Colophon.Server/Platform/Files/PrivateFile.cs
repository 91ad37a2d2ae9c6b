using System.Text;

namespace Colophon.Server.Platform.Files;

/// <summary>A small file that only its owner may read, made once by whoever needs it first.</summary>
public static class PrivateFile
{
    /// <summary>What the file says. When it is not there it is made first, whole or not at all.</summary>
    public static string ReadOrMake(string path, Func<string> make)
    {
        if (!FileProbe.Look(path).IsFile)
            Make(path, make());
        return File.ReadAllText(path);
    }

    // Several processes may find none: the one whose file gets the name first has made it.
    private static void Make(string path, string text)
    {
        var unnamed = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            using (var file = new FileStream(unnamed, options))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }
            File.Move(unnamed, path, overwrite: false);
        }
        catch (IOException) when (FileProbe.Look(path).IsFile)
        {
            // Made by another process meanwhile.
        }
        finally
        {
            File.Delete(unnamed);
        }
    }
}
