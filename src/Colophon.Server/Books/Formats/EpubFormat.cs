using Colophon.Formats;
using Colophon.Formats.Epub;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Books.Formats;

/// <summary>EPUB 2 and 3: the package document's words as evidence.</summary>
public sealed class EpubFormat : IBookFormat
{
    public string Name => "epub";

    public IReadOnlyList<string> Extensions { get; } = [".epub"];

    public int Version => 1;

    public BookFileContent Read(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var reading = EpubReader.Read(file, cancellationToken);
        var document = reading.Value is { } book ? PackageEvidence.Of(book) : EvidenceDocument.Empty;
        var isSomethingElse = reading.Fatal?.Code is FindingCodes.EpubNotABook or FindingCodes.ZipNotAnArchive;
        return new BookFileContent(
            document,
            reading.Findings,
            MediaFacts.None,
            reading.Value?.Cover,
            isSomethingElse ? FileNature.SomethingElse : FileNature.Book
        );
    }
}
