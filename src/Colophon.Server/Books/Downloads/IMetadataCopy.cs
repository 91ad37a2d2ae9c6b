using Colophon.Formats;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Downloads;

/// <summary>Makes copies of files that carry what the catalog shows. One for each way of writing; adding one is a class and its registration.</summary>
internal interface IMetadataCopy
{
    /// <summary>Persisted names of formats.</summary>
    IReadOnlyList<string> Formats { get; }

    /// <summary>Writes the copy; the source is only read.</summary>
    /// <param name="cover">Null when the shown one is in the file already.</param>
    /// <returns>Null, or why there is no copy.</returns>
    Finding? Write(
        SafeFileHandle source,
        Stream target,
        DownloadedFile file,
        ShownCover? cover,
        CancellationToken cancellationToken
    );
}

/// <summary>The cover that is shown.</summary>
/// <param name="Extension">By content, with the dot.</param>
internal sealed record ShownCover(byte[] Content, string Extension);
