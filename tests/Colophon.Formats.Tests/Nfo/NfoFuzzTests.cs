using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

public sealed class NfoFuzzTests
{
    [Fact]
    public void Mutated_files_never_crash_the_reader_or_the_writer() =>
        Mutations.Feed(
            [
                """
                <?xml version="1.0" encoding="UTF-8"?><movie><!-- note --><title>A &amp; B</title><genre clear="true">X / Y</genre>
                <ratings><rating name="imdb" max="10" default="true"><value>7,5</value><votes>1,000</votes></rating></ratings>
                <uniqueid type="imdb" default="true">tt0000001</uniqueid><plot><![CDATA[<b>p</b>]]></plot><runtime>90 min</runtime>
                <set tmdbcolid="7"><name>S</name></set><actor><name>N</name><role>R</role><order>1</order></actor></movie>
                https://www.themoviedb.org/movie/603-the-matrix
                """u8.ToArray(),
                "<artist><name>N</name><album><title>T</title><year>1999</year></album><thumb>http://x/y.jpg</thumb></artist>"u8.ToArray(),
                .. Corpus.Small("nfo", below: 8_000),
            ],
            [
                "<",
                ">",
                "&",
                "</",
                "<!--",
                "<![CDATA[",
                "]]>",
                "<?",
                "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                "\0",
                "</movie>",
                "<movie>",
                "<a b='",
                "\"",
                "&nbsp;",
                "&#xFFFF;",
                new string('<', 200),
            ],
            bytes =>
            {
                Reading<NfoDocument> reading = NfoReader.Read(bytes, CancellationToken.None);
                (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
                if (reading.Value is { Items.Count: > 0 } document)
                {
                    NfoWriter.Write(bytes, document.Items).ShouldBe(bytes);
                    NfoItem changed = document.Items[0] with { Title = "Changed", Genres = ["One"] };
                    if (NfoWriter.Write(bytes, [changed]) is { } written)
                    {
                        NfoReader.Read(written, CancellationToken.None).Value!.Items[0].Title.ShouldBe("Changed");
                    }
                }
            }
        );
}
