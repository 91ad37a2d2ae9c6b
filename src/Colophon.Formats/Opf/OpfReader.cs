using System.Xml;
using Colophon.Formats.Epub;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Opf;

/// <summary>
/// Reads a package document that lies beside a book: <c>metadata.opf</c> as calibre writes it into every book's folder, or
/// <c>Title.opf</c>. It says the same things in the same words as the one inside an EPUB (OPF 2.0.1, EPUB 3.3), so it is
/// read by the same parser; there is no archive, so there are neither cover nor chapters.
/// </summary>
public static class OpfReader
{
    /// <summary>Bytes of the largest document that is read, as inside an EPUB.</summary>
    public const int SizeLimit = 16 * 1024 * 1024;

    /// <summary>Reads the whole document. Never throws; a cancelled token gives <see cref="FindingCodes.ReadTimeout"/>.</summary>
    /// <returns>Without a value when it is too large, no XML even after a repair, no package, or full of entities.</returns>
    public static Reading<EpubBook> Read(ReadOnlySpan<byte> document, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        if (document.Length > SizeLimit)
        {
            findings.Fail(FindingCodes.OpfTooLarge);
            return findings.With<EpubBook>(null);
        }

        using var bytes = new PooledBytes(document.Length);
        document.CopyTo(bytes.Room(document.Length));
        bytes.Length = document.Length;
        return findings.With(Parse(bytes, findings, cancellationToken));
    }

    private static EpubBook? Parse(PooledBytes bytes, FindingList findings, CancellationToken cancellationToken)
    {
        try
        {
            XmlOutcome outcome = TolerantXml.Read(
                bytes,
                (XmlReader reader) => PackageParser.Parse(reader, findings, cancellationToken),
                out PackageDocument? package,
                out string? mistake
            );
            if (outcome is XmlOutcome.Malformed or XmlOutcome.DefinesEntities || package is null)
            {
                findings.Fail(FindingCodes.OpfMalformed, CleanText.LineOrNull(mistake, 200));
                return null;
            }

            // a missing title is no fault here: the book beside it has one
            var unheard = new FindingList();
            EpubBook book = EpubMetadata.Of(package, unheard);
            foreach (Finding finding in unheard.With(book).Findings)
            {
                if (finding.Code != FindingCodes.EpubTitleMissing)
                {
                    findings.Add(finding);
                }
            }

            return book;
        }
        catch (OperationCanceledException)
        {
            findings.Fail(FindingCodes.ReadTimeout);
            return null;
        }
    }
}
