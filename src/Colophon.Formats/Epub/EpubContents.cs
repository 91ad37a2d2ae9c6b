using System.Xml;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Epub;

/// <summary>The table of contents: the nav document of EPUB 3, else the NCX of EPUB 2.</summary>
internal sealed class EpubContents(
    ZipDirectory zip,
    PackageDocument package,
    string packagePath,
    FindingList findings,
    CancellationToken cancellationToken
)
{
    private const long DocumentLimit = 16 * 1024 * 1024;

    public IReadOnlyList<EpubChapter> Read()
    {
        PackageItem? nav = package.Manifest.Find(item => item.Has("nav"));
        if (nav is not null && Read(nav, NavParser.Parse) is { Count: > 0 } chapters)
        {
            return chapters;
        }

        PackageItem? ncx =
            package.Item(package.SpineContents)
            ?? package.Manifest.Find(item => item.MediaType == "application/x-dtbncx+xml");
        return (ncx is null ? null : Read(ncx, NcxParser.Parse)) ?? [];
    }

    private IReadOnlyList<EpubChapter>? Read(PackageItem item, Action<XmlReader, ChapterTree, CancellationToken> parse)
    {
        if (ZipPath.Resolve(packagePath, item.Href) is not { } path || zip.Find(path) is not { } entry)
        {
            return null;
        }

        using PooledBytes? bytes = zip.ReadAll(entry, DocumentLimit, out Finding? finding);
        if (bytes is null)
        {
            findings.Warn(FindingCodes.EpubContentsMalformed, finding?.Message);
            return null;
        }

        XmlOutcome outcome = TolerantXml.Read(
            bytes,
            reader =>
            {
                var tree = new ChapterTree(entry.Name);
                parse(reader, tree, cancellationToken);
                return tree;
            },
            out ChapterTree? tree,
            out string? mistake
        );
        if (tree is null)
        {
            findings.Warn(FindingCodes.EpubContentsMalformed, CleanText.Line(mistake, 200));
        }
        else if (tree.IsCut)
        {
            findings.Warn(FindingCodes.EpubListCut, "contents");
        }

        return outcome is XmlOutcome.Malformed or XmlOutcome.DefinesEntities ? null : tree?.Finish();
    }
}
