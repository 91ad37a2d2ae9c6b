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

    /// <summary>The same, made as long as such files are: what the content lacks is a hole that takes no disk.</summary>
    public void Write(string path, byte[] content, long length)
    {
        Write(path, content);
        using var file = new FileStream(Path.Combine(library, path), FileMode.Open, FileAccess.Write);
        file.SetLength(Math.Max(length, content.Length));
    }

    public void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));
}
