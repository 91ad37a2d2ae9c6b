using Colophon.Formats.Comic;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>Comics as RAR, or as what they really are.</summary>
public sealed class CbrFormat(ComicFiles comics) : IBookFormat
{
    public string Name => "cbr";

    public IReadOnlyList<string> Extensions { get; } = [".cbr"];

    public int Version => 1;

    public BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken) =>
        comics.Read(file, ComicContainer.Rar, cancellationToken);
}
