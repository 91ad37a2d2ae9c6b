using System.Text;

namespace Colophon.Bench.Make;

/// <summary>Writes files of a made library by their paths in the manifest.</summary>
internal sealed class MadeFolder(string library)
{
    public void Write(string path, byte[] content)
    {
        var full = Path.Combine(library, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    public void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));
}
