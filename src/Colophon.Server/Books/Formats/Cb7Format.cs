using Colophon.Formats.Comic;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>Comics as 7-Zip, or as what they really are.</summary>
public sealed class Cb7Format(ComicFiles comics) : IBookFormat
{
    public string Name => "cb7";

    public IReadOnlyList<string> Extensions { get; } = [".cb7"];

    public int Version => 1;

    public BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken) =>
        comics.Read(file, ComicContainer.SevenZip, cancellationToken);
}
