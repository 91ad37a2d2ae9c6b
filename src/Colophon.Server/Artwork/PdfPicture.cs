using Colophon.Formats.Pictures;
using Colophon.Server.Platform.Native;

namespace Colophon.Server.Artwork;

/// <summary>The first page of a PDF as a picture: not a place in the file, it is drawn when it is asked for.</summary>
public static class PdfPicture
{
    /// <summary>Beyond the methods of ZIP. Persisted.</summary>
    private const int Drawn = 1001;

    public static EmbeddedPicture FirstPage { get; } = new("page:1", 0, 0, 0, Drawn);

    public static bool IsOne(EmbeddedPicture picture) => picture.Method == Drawn;

    /// <summary>How it ended; an empty page gives nothing.</summary>
    public static ToolEnd Copy(string path, PictureSpool spool, CancellationToken cancellationToken) =>
        Poppler.FirstPage(path, spool.Write, cancellationToken);
}
