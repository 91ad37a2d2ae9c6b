using Colophon.Formats.Comic;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>Comics as ZIP, or as what they really are.</summary>
public sealed class CbzFormat(ComicFiles comics) : IBookFormat
{
    public string Name => "cbz";

    public IReadOnlyList<string> Extensions { get; } = [".cbz"];

    public int Version => 1;

    public BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken) =>
        comics.Read(file, ComicContainer.Zip, cancellationToken);
}
