using Colophon.Formats;
using Colophon.Formats.Epub;
using Colophon.Server.Metadata.Packages;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Downloads;

/// <summary>EPUBs: the package document says all that is shown.</summary>
internal sealed class EpubCopy : IMetadataCopy
{
    public IReadOnlyList<string> Formats { get; } = ["epub"];

    public Finding? Write(
        SafeFileHandle source,
        Stream target,
        DownloadedFile file,
        ShownCover? cover,
        CancellationToken cancellationToken
    ) => EpubWriter.Copy(source, target, PackageOf.Shown(file.Book, file.Own), Picture(cover), cancellationToken);

    /// <summary>Null for a kind that an EPUB may not hold.</summary>
    private static EpubCoverPicture? Picture(ShownCover? cover) =>
        cover?.Extension switch
        {
            ".jpg" => new EpubCoverPicture(cover.Content, "image/jpeg", ".jpg"),
            ".png" or ".gif" or ".webp" => new EpubCoverPicture(
                cover.Content,
                "image/" + cover.Extension[1..],
                cover.Extension
            ),
            _ => null,
        };
}
