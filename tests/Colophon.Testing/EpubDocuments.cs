using System.Globalization;
using System.Security;
using System.Text;

namespace Colophon.Testing;

/// <summary>Writes the documents of a made EPUB, in the order common tools put them into the archive.</summary>
internal static class EpubDocuments
{
    private const string Container =
        "<?xml version=\"1.0\"?>\n<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
        + "<rootfiles><rootfile full-path=\"OEBPS/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>"
        + "</container>";

    public static IEnumerable<(string Name, byte[] Bytes, bool Stored)> Of(
        EpubContents book,
        Func<string, string> changePackage
    )
    {
        yield return ("mimetype", Encoding.ASCII.GetBytes("application/epub+zip"), true);
        yield return ("META-INF/container.xml", Encoding.UTF8.GetBytes(Container), false);
        yield return ("OEBPS/package.opf", Encoding.UTF8.GetBytes(changePackage(Package(book))), false);
        yield return ("OEBPS/toc.ncx", Encoding.UTF8.GetBytes(Ncx(book)), false);
        if (IsEpub3(book))
        {
            yield return ("OEBPS/nav.xhtml", Encoding.UTF8.GetBytes(Nav(book)), false);
        }

        for (int i = 0; i < book.Chapters.Count; i++)
        {
            yield return ($"OEBPS/{ChapterPath(i)}", Encoding.UTF8.GetBytes(Chapter(book.Chapters[i])), false);
        }

        if (book.Cover is { } cover)
        {
            yield return ($"OEBPS/{CoverPath(book)}", cover, true);
        }
    }

    private static bool IsEpub3(EpubContents book) => book.Version.StartsWith('3');

    private static string ChapterPath(int index) => $"text/ch{index + 1:00}.xhtml";

    private static string CoverPath(EpubContents book) =>
        "images/cover." + (book.CoverType == "image/jpeg" ? "jpg" : book.CoverType["image/".Length..]);

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string Package(EpubContents book)
    {
        var xml = new StringBuilder(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" "
                + $"version=\"{book.Version}\" unique-identifier=\"uid\">\n<metadata "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:opf=\"http://www.idpf.org/2007/opf\">\n"
        );
        Titles(xml, book);
        Credits(xml, book);
        Identifiers(xml, book);
        Simple(xml, book);
        Series(xml, book);
        book.RawMetadata.ForEach(raw => xml.AppendLine(raw));
        xml.Append("</metadata>\n<manifest>\n");
        Manifest(xml, book);
        xml.Append("</manifest>\n<spine toc=\"ncx\">\n");
        for (int i = 0; i < book.Chapters.Count; i++)
        {
            xml.AppendLine(Invariant($"<itemref idref=\"ch{i + 1}\"/>"));
        }

        return xml.Append("</spine>\n</package>\n").ToString();
    }

    private static void Titles(StringBuilder xml, EpubContents book)
    {
        string fileAs = book.SortTitle is { } sort && !IsEpub3(book) ? $" opf:file-as=\"{Escape(sort)}\"" : "";
        if (book.Title is { } title)
        {
            xml.AppendLine($"<dc:title id=\"t1\"{fileAs}>{Escape(title)}</dc:title>");
        }

        if (!IsEpub3(book))
        {
            return;
        }

        if (book.SortTitle is { } sortTitle)
        {
            Refine(xml, "t1", "file-as", sortTitle);
        }

        if (book.Subtitle is { } subtitle)
        {
            Refine(xml, "t1", "title-type", "main");
            xml.AppendLine($"<dc:title id=\"t2\">{Escape(subtitle)}</dc:title>");
            Refine(xml, "t2", "title-type", "subtitle");
        }
    }

    private static void Credits(StringBuilder xml, EpubContents book)
    {
        for (int i = 0; i < book.Credits.Count; i++)
        {
            EpubCredit credit = book.Credits[i];
            if (IsEpub3(book))
            {
                xml.AppendLine(
                    Invariant($"<dc:{credit.Element} id=\"c{i}\">{Escape(credit.Name)}</dc:{credit.Element}>")
                );
                Refine(xml, Invariant($"c{i}"), "role", credit.Role);
                Refine(xml, Invariant($"c{i}"), "file-as", credit.FileAs);
                continue;
            }

            string role = credit.Role is null ? "" : $" opf:role=\"{credit.Role}\"";
            string fileAs = credit.FileAs is null ? "" : $" opf:file-as=\"{Escape(credit.FileAs)}\"";
            xml.AppendLine($"<dc:{credit.Element}{role}{fileAs}>{Escape(credit.Name)}</dc:{credit.Element}>");
        }
    }

    private static void Refine(StringBuilder xml, string id, string property, string? value)
    {
        if (value is not null)
        {
            xml.AppendLine($"<meta refines=\"#{id}\" property=\"{property}\">{Escape(value)}</meta>");
        }
    }

    private static void Identifiers(StringBuilder xml, EpubContents book)
    {
        string unique = Invariant($"urn:uuid:00000000-0000-4000-8000-{(uint)StableHash(book.Title ?? ""):x12}");
        xml.AppendLine($"<dc:identifier id=\"uid\">{unique}</dc:identifier>");
        foreach (string isbn in book.Isbns)
        {
            xml.AppendLine(
                IsEpub3(book)
                    ? $"<dc:identifier>urn:isbn:{Escape(isbn)}</dc:identifier>"
                    : $"<dc:identifier opf:scheme=\"ISBN\">{Escape(isbn)}</dc:identifier>"
            );
        }

        foreach ((string value, string? scheme) in book.Identifiers)
        {
            string attribute = scheme is null ? "" : $" opf:scheme=\"{Escape(scheme)}\"";
            xml.AppendLine($"<dc:identifier{attribute}>{Escape(value)}</dc:identifier>");
        }
    }

    private static void Simple(StringBuilder xml, EpubContents book)
    {
        Element(xml, "language", book.Language);
        Element(xml, "publisher", book.Publisher);
        Element(xml, "date", book.Published);
        book.Subjects.ForEach(subject => Element(xml, "subject", subject));
        Element(xml, "description", book.Description);
        if (IsEpub3(book))
        {
            xml.AppendLine("<meta property=\"dcterms:modified\">2020-01-01T00:00:00Z</meta>");
        }

        if (book.Cover is not null)
        {
            xml.AppendLine("<meta name=\"cover\" content=\"cover-img\"/>");
        }
    }

    private static void Element(StringBuilder xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.AppendLine($"<dc:{name}>{Escape(value)}</dc:{name}>");
        }
    }

    private static void Series(StringBuilder xml, EpubContents book)
    {
        for (int i = 0; i < book.Series.Count; i++)
        {
            (string name, double? number, SeriesStyle style) = book.Series[i];
            string? position = number?.ToString(CultureInfo.InvariantCulture);
            if (style.HasFlag(SeriesStyle.Calibre))
            {
                xml.AppendLine($"<meta name=\"calibre:series\" content=\"{Escape(name)}\"/>");
                xml.AppendLine(position is null ? "" : $"<meta name=\"calibre:series_index\" content=\"{position}\"/>");
            }

            if (style.HasFlag(SeriesStyle.Epub3) && IsEpub3(book))
            {
                xml.AppendLine(
                    Invariant($"<meta property=\"belongs-to-collection\" id=\"s{i}\">{Escape(name)}</meta>")
                );
                Refine(xml, Invariant($"s{i}"), "collection-type", "series");
                Refine(xml, Invariant($"s{i}"), "group-position", position);
            }
        }
    }

    private static void Manifest(StringBuilder xml, EpubContents book)
    {
        if (book.Cover is not null)
        {
            string properties = IsEpub3(book) ? " properties=\"cover-image\"" : "";
            xml.AppendLine(
                $"<item id=\"cover-img\" href=\"{CoverPath(book)}\" media-type=\"{book.CoverType}\"{properties}/>"
            );
        }

        xml.AppendLine("<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>");
        if (IsEpub3(book))
        {
            xml.AppendLine(
                "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
            );
        }

        for (int i = 0; i < book.Chapters.Count; i++)
        {
            xml.AppendLine(
                Invariant($"<item id=\"ch{i + 1}\" href=\"{ChapterPath(i)}\" media-type=\"application/xhtml+xml\"/>")
            );
        }
    }

    private static string Ncx(EpubContents book)
    {
        IEnumerable<string> points = book.Chapters.Select(
            (chapter, i) =>
                Invariant(
                    $"<navPoint id=\"n{i + 1}\" playOrder=\"{i + 1}\"><navLabel><text>{Escape(chapter.Title)}</text></navLabel><content src=\"{ChapterPath(i)}\"/></navPoint>"
                )
        );
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" "
            + $"version=\"2005-1\"><head/><docTitle><text>{Escape(book.Title ?? "")}</text></docTitle><navMap>"
            + string.Concat(points)
            + "</navMap></ncx>";
    }

    private static string Nav(EpubContents book)
    {
        IEnumerable<string> items = book.Chapters.Select(
            (chapter, i) => $"<li><a href=\"{ChapterPath(i)}\">{Escape(chapter.Title)}</a></li>"
        );
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html "
            + "xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>Contents"
            + "</title></head><body><nav epub:type=\"toc\"><ol>"
            + string.Concat(items)
            + "</ol></nav></body></html>";
    }

    private static string Chapter((string Title, string Text) chapter) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
        + $"<title>{Escape(chapter.Title)}</title></head><body><h1>{Escape(chapter.Title)}</h1><p>"
        + $"{Escape(chapter.Text)}</p></body></html>";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // string.GetHashCode differs from run to run
    private static int StableHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));
}
