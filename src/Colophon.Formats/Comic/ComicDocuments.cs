using System.Xml;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Comic;

/// <summary>The kinds of documents a comic may hold, strongest first.</summary>
internal enum ComicDocumentKind
{
    ComicInfo,
    ComicBookInfo,
    Comet,
}

/// <summary>
/// Reads what documents of an archive say and joins it: ComicInfo first, then ComicBookInfo, then CoMet. Of several of one
/// kind the one nearest to the archive's root counts.
/// </summary>
internal sealed class ComicDocuments(IComicArchive archive, FindingList findings, CancellationToken cancellationToken)
{
    private static readonly Dictionary<string, ComicDocumentKind> _kinds = new(StringComparer.Ordinal)
    {
        ["COMICINFO.XML"] = ComicDocumentKind.ComicInfo,
        ["COMIC-BOOK-INFO.JSON"] = ComicDocumentKind.ComicBookInfo,
        ["COMICBOOKINFO.JSON"] = ComicDocumentKind.ComicBookInfo,
        ["COMET.XML"] = ComicDocumentKind.Comet,
    };

    /// <summary>Names of documents, upper case.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. _kinds.Keys];

    /// <summary>What a document of this name is; null for all else.</summary>
    public static ComicDocumentKind? KindOf(string entry)
    {
        ReadOnlySpan<char> name = entry.AsSpan(entry.AsSpan().LastIndexOfAny('/', '\\') + 1);
        if (name.Length > 40 || ComicPages.IsJunk(entry))
        {
            return null;
        }

        return _kinds.TryGetValue(name.ToString().ToUpperInvariant(), out ComicDocumentKind kind) ? kind : null;
    }

    /// <summary>Which of these entries is the ComicInfo.xml that counts.</summary>
    public static int? InfoOf(IReadOnlyList<string> entries) =>
        Places(entries)
            .Where(place => place.Kind == ComicDocumentKind.ComicInfo)
            .Select(place => (int?)place.Entry)
            .FirstOrDefault();

    public ComicMetadata Read()
    {
        var metadata = new ComicMetadata?[3];
        foreach ((int entry, ComicDocumentKind kind) in Places(archive.Entries.Select(entry => entry.Name)))
        {
            metadata[(int)kind] ??= Read(entry, kind);
        }

        if (metadata[1] is null && ComicBookInfoParser.Looks(archive.Comment.Span))
        {
            metadata[1] = BookInfo(archive.Comment);
        }

        return metadata.OfType<ComicMetadata>().Aggregate(ComicMetadata.Empty, (all, next) => all.OrElse(next));
    }

    private static IEnumerable<(int Entry, ComicDocumentKind Kind)> Places(IEnumerable<string> entries) =>
        entries
            .Select((name, i) => (Name: name, Index: i, Kind: KindOf(name)))
            .Where(place => place.Kind is not null)
            .OrderBy(place => place.Name.Count(c => c is '/' or '\\'))
            .ThenBy(place => place.Name, StringComparer.Ordinal)
            .Take(16)
            .Select(place => (place.Index, place.Kind!.Value));

    private ComicMetadata? Read(int entry, ComicDocumentKind kind)
    {
        using PooledBytes? bytes = archive.Read(entry, out Finding? finding);
        if (bytes is null)
        {
            // the pages can be read all the same
            findings.Warn(FindingCodes.ComicInfoUnreadable, finding?.Message);
            return null;
        }

        return kind == ComicDocumentKind.ComicBookInfo ? BookInfo(bytes.Span.ToArray()) : Xml(bytes, kind);
    }

    private ComicMetadata? BookInfo(ReadOnlyMemory<byte> text)
    {
        ComicMetadata? metadata = ComicBookInfoParser.Parse(text);
        if (metadata is null)
        {
            findings.Warn(FindingCodes.ComicInfoMalformed, "ComicBookInfo");
        }

        return metadata;
    }

    private ComicMetadata? Xml(PooledBytes bytes, ComicDocumentKind kind)
    {
        XmlOutcome outcome = TolerantXml.Read(
            bytes,
            (XmlReader reader) => ComicXml.Parse(reader, cancellationToken),
            out ComicXml? document,
            out string? mistake
        );
        switch (outcome)
        {
            case XmlOutcome.Repaired:
                findings.Warn(FindingCodes.ComicInfoRepaired, CleanText.Line(mistake, 200));
                break;
            case XmlOutcome.Malformed:
                findings.Warn(FindingCodes.ComicInfoMalformed, CleanText.Line(mistake, 200));
                break;
            case XmlOutcome.DefinesEntities:
                findings.Warn(FindingCodes.ComicInfoEntitiesRefused);
                break;
        }

        if (document is null || !IsOf(kind, document.Root))
        {
            return null;
        }

        if (document.IsCut)
        {
            findings.Warn(FindingCodes.ComicTextCut);
        }

        return kind == ComicDocumentKind.Comet ? CometParser.Of(document) : ComicInfoParser.Of(document, findings);
    }

    private bool IsOf(ComicDocumentKind kind, string root)
    {
        bool isRight = root.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase);
        if (!isRight)
        {
            findings.Warn(FindingCodes.ComicInfoMalformed, CleanText.Line(root, 60));
        }

        return isRight;
    }
}
