using System.Text;
using Colophon.Formats.Epub;
using Colophon.Formats.Opf;

namespace Colophon.Formats.Tests.Opf;

public sealed class OpfFuzzTests
{
    [Fact]
    public void Mutated_documents_never_crash_the_reader()
    {
        byte[][] seeds =
        [
            Encoding.UTF8.GetBytes(
                """
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title id="t">Title</dc:title><meta refines="#t" property="title-type">main</meta>
                <dc:creator id="c">Name</dc:creator><meta refines="#c" property="role">aut</meta>
                <dc:identifier>urn:isbn:9780306406157</dc:identifier><dc:description>&lt;p&gt;x</dc:description>
                <meta name="calibre:series" content="S"/><meta name="calibre:series_index" content="1.5"/>
                </metadata></package>
                """
            ),
            .. Corpus.Files("opf").Select(file => File.ReadAllBytes(file.Path)),
        ];

        Mutations.Feed(
            seeds,
            ["<", ">", "&", "]]>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "\0", "</metadata>", "<metadata>", "\""],
            bytes =>
            {
                Reading<EpubBook> reading = OpfReader.Read(bytes, CancellationToken.None);
                (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
            }
        );
    }
}
