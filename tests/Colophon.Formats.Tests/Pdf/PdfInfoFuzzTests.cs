using System.Text;
using Colophon.Formats.Pdf;

namespace Colophon.Formats.Tests.Pdf;

public sealed class PdfInfoFuzzTests
{
    [Fact]
    public void Mutated_output_never_crashes_the_reader() =>
        Mutations.Feed(
            [
                "Title: A title\nAuthor: B; C\nSubject: s\nPages: 3\nPage size: 1 x 2 pts\nEncrypted: yes\n"u8.ToArray(),
                "<rdf:RDF xmlns:rdf='r'><rdf:Description dc:title='x'><dc:creator><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"u8.ToArray(),
                "<outline><item page=\"1\">One</item><outline><item page=\"2\">Two</item></outline></outline>"u8.ToArray(),
            ],
            [
                "<",
                ">",
                "&",
                "<outline>",
                "</outline>",
                "<item page='9999999999'>",
                ":",
                "\n",
                "\0",
                "Pages: 2\n",
                "<rdf:li>",
            ],
            bytes =>
            {
                string text = Encoding.UTF8.GetString(bytes);
                foreach (
                    PdfOutput output in new[]
                    {
                        new PdfOutput(text, "", ""),
                        new PdfOutput("Pages: 1", text, ""),
                        new PdfOutput("Pages: 1", "", text),
                    }
                )
                {
                    Reading<PdfBook> reading = PdfReader.Read(output, CancellationToken.None);
                    (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
                }
            }
        );
}
