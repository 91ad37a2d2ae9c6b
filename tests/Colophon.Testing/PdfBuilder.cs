using System.Globalization;
using System.Text;

namespace Colophon.Testing;

/// <summary>Makes small PDF files: <c>PdfBuilder.Titled("Title").By("Ann").Pages(3).Build()</c>. ASCII only.</summary>
public sealed record PdfBuilder
{
    private string? title;
    private string? author;
    private int pages = 1;
    private string? xmp;
    private string[] outline = [];

    public static PdfBuilder Titled(string? title) => new() { title = title };

    public PdfBuilder By(string name) => this with { author = name };

    public PdfBuilder Pages(int count) => this with { pages = count };

    /// <summary>The properties of the metadata stream, as XML below <c>rdf:Description</c>.</summary>
    public PdfBuilder Xmp(string properties) => this with { xmp = properties };

    /// <summary>An entry of the outline for each page from the first.</summary>
    public PdfBuilder Outline(params string[] titles) => this with { outline = titles };

    public byte[] Build()
    {
        var objects = new List<string>();
        var firstPage = 4;
        var firstItem = firstPage + pages;
        var stream = firstItem + outline.Length + 1;
        var catalog = "/Type /Catalog /Pages 2 0 R";
        if (outline.Length > 0)
            catalog += $" /Outlines {firstItem + outline.Length} 0 R";
        if (xmp is not null)
            catalog += $" /Metadata {stream} 0 R";
        objects.Add($"<< {catalog} >>");
        var kids = string.Join(' ', Enumerable.Range(firstPage, pages).Select(number => $"{number} 0 R"));
        objects.Add($"<< /Type /Pages /Kids [{kids}] /Count {pages} >>");
        objects.Add($"<< {Entry("Title", title)} {Entry("Author", author)} >>");
        objects.AddRange(
            Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 90] /Resources << >> >>", pages)
        );
        for (var i = 0; i < outline.Length; i++)
            objects.Add(Item(i, firstItem, firstPage));
        objects.Add(
            outline.Length == 0
                ? "null"
                : $"<< /Type /Outlines /First {firstItem} 0 R /Last {firstItem + outline.Length - 1} 0 R /Count {outline.Length} >>"
        );
        if (xmp is not null)
            objects.Add(Metadata(xmp));
        return Assemble(objects);
    }

    private string Item(int index, int firstItem, int firstPage)
    {
        var links = index > 0 ? $" /Prev {firstItem + index - 1} 0 R" : "";
        if (index < outline.Length - 1)
            links += $" /Next {firstItem + index + 1} 0 R";
        var page = firstPage + Math.Min(index, pages - 1);
        return $"<< /Title ({outline[index]}) /Parent {firstItem + outline.Length} 0 R /Dest [{page} 0 R /Fit]{links} >>";
    }

    private static string Metadata(string properties)
    {
        var packet =
            "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/'>"
            + $"{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
        return $"<< /Type /Metadata /Subtype /XML /Length {packet.Length} >>\nstream\n{packet}\nendstream";
    }

    private static string Entry(string name, string? text) => text is null ? "" : $"/{name} ({text})";

    private static byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
