using System.Globalization;
using System.Text;
using System.Xml;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Pdf;

/// <summary>
/// The outline out of <c>pdftohtml -xml</c>: <c>outline</c> with <c>item page="3"</c> and, for the children of an item, an
/// <c>outline</c> behind it. Everything else in that document is passed over.
/// </summary>
internal sealed class PdfOutline(CancellationToken cancellationToken, int? pageCount)
{
    private const int ChapterLimit = 10_000;
    private const int DepthLimit = 16;
    private const int TitleLimit = 1_000;

    private int _count;

    public static IReadOnlyList<PdfChapter> Parse(
        string text,
        int? pageCount,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        int start = text.IndexOf("<outline>", StringComparison.Ordinal);
        int end = text.LastIndexOf("</outline>", StringComparison.Ordinal);
        if (start < 0 || end < start || end - start > PdfReader.OutputLimit)
        {
            return [];
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text[start..(end + "</outline>".Length)]);
        using var document = new PooledBytes(bytes.Length);
        bytes.CopyTo(document.Room(bytes.Length));
        document.Length = bytes.Length;
        XmlOutcome outcome = TolerantXml.Read(
            document,
            reader => new PdfOutline(cancellationToken, pageCount).Read(reader),
            out List<Draft>? chapters,
            out string? mistake
        );
        if (outcome is XmlOutcome.Malformed or XmlOutcome.DefinesEntities)
        {
            findings.Warn(FindingCodes.PdfOutlineMalformed, CleanText.LineOrNull(mistake, 200));
        }

        return [.. (chapters ?? []).Select(chapter => chapter.ToChapter())];
    }

    private List<Draft> Read(XmlReader reader)
    {
        var open = new Stack<List<Draft>>();
        var root = new List<Draft>();
        while (TolerantXml.Advance(reader, cancellationToken))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "outline", IsEmptyElement: false })
            {
                // too deep: its entries go to the last level that is kept
                open.Push(
                    open.Count == 0 ? root
                    : open.Count >= DepthLimit || open.Peek().Count == 0 ? open.Peek()
                    : open.Peek()[^1].Children
                );
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "outline" })
            {
                open.TryPop(out _);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "item" } && open.Count > 0)
            {
                Add(open.Peek(), reader);
            }
        }

        return root;
    }

    private void Add(List<Draft> list, XmlReader reader)
    {
        int? page =
            int.TryParse(reader.GetAttribute("page"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1
            && !(number > pageCount)
                ? number - 1
                : null;
        string title = CleanText.Line(ElementText.Read(reader, TitleLimit, cancellationToken, out _), TitleLimit);
        if (title.Length > 0 && _count < ChapterLimit)
        {
            _count++;
            list.Add(new Draft(title, page, []));
        }
    }

    private sealed record Draft(string Title, int? Page, List<Draft> Children)
    {
        public PdfChapter ToChapter() => new(Title, Page, [.. Children.Select(child => child.ToChapter())]);
    }
}
