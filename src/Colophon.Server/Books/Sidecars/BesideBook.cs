using System.Text;
using Colophon.Formats;
using Colophon.Formats.Epub;
using Colophon.Formats.Nfo;
using Colophon.Formats.Opf;
using Colophon.Formats.Sidecar;
using Colophon.Formats.Text;
using Colophon.Server.Books.Formats;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books.Sidecars;

/// <summary>
/// Reads what lies beside the files of a unit and speaks about them: sidecars, OPF, the texts of audiobooks. All of it is
/// evidence of source <c>sidecar</c>, but for the sidecars that Colophon wrote itself.
/// </summary>
internal sealed class BesideBook(UnitToRead unit, CancellationToken cancellationToken)
{
    private const int TextLimit = 256 * 1024;
    private const int DescriptionLimit = 32_000;

    private readonly BesideFiles files = new(unit, cancellationToken);

    /// <summary>Of one media file: <c>Title.epub.metadata.json</c> and <c>Title.opf</c>.</summary>
    public BesideRead OfFile(string fileName)
    {
        var read = new BesideRead();
        ReadSidecar(SidecarNames.OfFile(fileName), read);
        ReadOpf(BookFolders.Stem(fileName) + ".opf", read);
        return read;
    }

    /// <summary>Of a book.</summary>
    /// <param name="ownFolder">Null when it shares one: then only its sidecar is its own.</param>
    public BesideRead OfBook(string? ownFolder, string firstFile)
    {
        var read = new BesideRead();
        ReadSidecar(SidecarNames.OfBook(ownFolder, files.Names, firstFile), read);
        if (ownFolder is null)
            return read;
        ReadOpf("metadata.opf", read);
        ReadText("desc.txt", read, text => new EvidenceDraft().Text(Fields.Description, Paragraphs(text)));
        ReadText("reader.txt", read, text => new EvidenceDraft().People(Fields.Narrators, Readers(text)));
        foreach (var name in files.Names.Where(IsNfo).Order(StringComparer.Ordinal).Take(1))
            files.Read(
                name,
                BookNfoReader.SizeLimit,
                read.Findings,
                bytes => Take(read, name, NfoEvidence.Of(BookNfoReader.Read(bytes)))
            );
        return read;
    }

    private static bool IsNfo(string name) => name.EndsWith(".nfo", StringComparison.OrdinalIgnoreCase);

    private void ReadSidecar(string name, BesideRead read) =>
        files.Read(
            name,
            SidecarFormat.SizeLimit,
            read.Findings,
            bytes =>
            {
                var reading = SidecarReader.Read(bytes, cancellationToken);
                read.Findings.AddRange(reading.Findings.Select(finding => BesideFiles.Told(name, finding)));
                if (reading.Value is not { } sidecar)
                    return;
                var evidence = SidecarEvidence.Of(sidecar, Origin(name));
                read.Findings.AddRange(evidence.Findings.Select(finding => BesideFiles.Told(name, finding)));
                read.Edits = evidence.Edits;
                Take(read, name, evidence.Document);
            }
        );

    private void ReadOpf(string name, BesideRead read) =>
        files.Read(
            name,
            OpfReader.SizeLimit,
            read.Findings,
            bytes =>
            {
                Reading<EpubBook> reading = OpfReader.Read(bytes, cancellationToken);
                read.Findings.AddRange(reading.Findings.Select(finding => BesideFiles.Told(name, finding)));
                if (reading.Value is { } book)
                    Take(read, name, PackageEvidence.Of(book));
            }
        );

    private void ReadText(string name, BesideRead read, Func<string, EvidenceDraft> draft) =>
        files.Read(
            name,
            TextLimit,
            read.Findings,
            bytes => Take(read, name, draft(Encoding.UTF8.GetString(bytes)).ToDocument())
        );

    private static void Take(BesideRead read, string name, EvidenceDocument document)
    {
        if (!document.IsEmpty)
            read.Documents.Add(new DocumentRead(Sources.Sidecar, Origin(name), document));
    }

    private static string Origin(string name) => $"sidecar:{name}";

    private static string? Paragraphs(string text) =>
        SafeHtml.Clean(CleanText.Lines(text.TrimStart('\uFEFF'), DescriptionLimit), DescriptionLimit);

    private static List<Credit> Readers(string text) =>
        [
            .. text.TrimStart('\uFEFF')
                .Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => CleanText.Line(name, 500))
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(100)
                .Select(name => new Credit(name, "narrator")),
        ];
}
