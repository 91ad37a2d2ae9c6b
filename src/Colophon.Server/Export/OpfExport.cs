using System.IO.Compression;
using System.Text;
using Colophon.Formats.Epub;
using Colophon.Formats.Opf;
using Colophon.Formats.Zip;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Packages;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Export;

/// <summary>
/// A folder a book with <c>metadata.opf</c> and its cover, as calibre lays them out, in one archive. The archive's directory
/// is gathered in a temporary file; an interrupted run begins anew, because a directory cannot be taken up again.
/// </summary>
internal sealed class OpfExport : IExportWriter
{
    private const int LongestName = 80;
    private readonly ExportPlace place;
    private readonly FileStream directory;
    private readonly Dictionary<long, string> libraries = [];
    private ZipWriter? zip;

    public OpfExport(ExportPlace place) => (this.place, directory) = (place, TemporaryFile.Open(place.TemporaryFolder));

    public ExportResumption Resumption => ExportResumption.BeginsAnew;

    public Task BeginAsync(Stream target, ExportHead head, CancellationToken cancellationToken)
    {
        foreach (var library in head.Libraries)
            libraries[library.Id] = Segment(library.Name);
        zip = new ZipWriter(target, directory);
        return Task.CompletedTask;
    }

    public Task WriteAsync(Stream target, ExportedBook book, long position, CancellationToken cancellationToken)
    {
        var library = libraries.GetValueOrDefault(book.LibraryId, "library");
        var author = book.People.FirstOrDefault(person => person.Role == "author")?.Name ?? "Unknown";
        // The id keeps books of one title apart.
        var folder = $"{library}/{Segment(author)}/{Segment(book.Title)} ({book.Id})";
        var cover = CoverOf(book);
        var document = OpfWriter.Write(PackageFor(book), $"urn:colophon:book:{book.Id}", cover?.Name);
        zip!.Add($"{folder}/metadata.opf", document, CompressionLevel.Fastest);
        if (cover is { } picture)
            zip.Add($"{folder}/{picture.Name}", picture.Content, CompressionLevel.NoCompression);
        return Task.CompletedTask;
    }

    public Task EndAsync(Stream target, CancellationToken cancellationToken)
    {
        zip!.Finish();
        return Task.CompletedTask;
    }

    public void Dispose() => directory.Dispose();

    private static PackageMetadata PackageFor(ExportedBook book)
    {
        var shown = Merged.Parse(book.Metadata.GetRawText(), "{}");
        var file = book.Files.Count == 0 ? Merged.Empty : Merged.Parse(book.Files[0].Metadata.GetRawText(), "{}");
        var package = PackageOf.Shown(shown, file);
        return package with
        {
            Title = book.Title,
            // People as the catalog names them, and those of the file as it names them.
            Creators =
            [
                .. book.People.Select(person => new EpubCreator(
                    person.Name,
                    Relators.CodeOf(person.Role),
                    person.SortName
                )),
                .. package.Creators.Where(creator => creator.Role == Relators.CodeOf("narrator")),
            ],
        };
    }

    private (string Name, byte[] Content)? CoverOf(ExportedBook book)
    {
        if (book.Cover is not { } cover)
            return null;
        using var file = place.Covers.Open(cover.Path, cover.Size);
        if (file is null)
            return null;
        var content = new byte[cover.Size];
        return RandomAccess.Read(file, content, 0) == content.Length
            ? ("cover" + Path.GetExtension(cover.Path), content)
            : null;
    }

    /// <summary>A name that every system takes for one folder.</summary>
    private static string Segment(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.EnumerateRunes().Take(LongestName))
            clean.Append(
                Rune.IsControl(rune) || "/\\:*?\"<>|".Contains((char)(rune.Value & 0xFFFF)) && rune.IsBmp
                    ? "_"
                    : rune.ToString()
            );
        var trimmed = clean.ToString().Trim(' ', '.');
        return trimmed.Length == 0 ? "_" : trimmed;
    }
}
