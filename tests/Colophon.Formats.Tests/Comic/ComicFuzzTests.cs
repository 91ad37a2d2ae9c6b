using Colophon.Formats.Comic;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Comic;

/// <summary>Mutated comics: no exception, no hang, no flood of memory. Seeded, so that a failure comes back.</summary>
public sealed class ComicFuzzTests
{
    [Fact]
    public void Mutated_comics_never_crash_the_reader()
    {
        Mutations.Feed(
            [.. Seeds()],
            [
                "<",
                "&",
                "]]>",
                "\0",
                "</ComicInfo>",
                "<Page Image='9999999999'/>",
                "{\"ComicBookInfo\":[",
                "\"\\ud800\"",
                "1e999",
                "../../",
                "PK\u0005\u0006",
            ],
            // the directory and the documents, which stand at the end
            (bytes, random) => Mutations.NearEnd(bytes, random, within: 1500),
            mutated => ComicReader.Read(mutated, CancellationToken.None)
        );
    }

    private static IEnumerable<byte[]> Seeds()
    {
        yield return CbzBuilder
            .OfPages(3)
            .Info("Series", "Fuzz & more")
            .Info("Number", "1-3")
            .Info("StoryArc", "a, b")
            .Info("Web", "http://x y")
            .PageNote("Image=\"1\" Type=\"FrontCover\" Bookmark=\"b\"")
            .Build();
        yield return CbzBuilder
            .OfPages(1)
            .Comment(
                "{\"ComicBookInfo/1.0\":{\"series\":\"S\",\"issue\":1,\"credits\":[{\"person\":\"P\",\"role\":\"Writer\"}]}}"
            )
            .Build();
        yield return CbzBuilder
            .OfPages(1)
            .Entry("CoMet.xml", "<comet><title>t</title><issue>1</issue><date>2000</date></comet>")
            .Build();
        foreach (byte[] file in Corpus.Small("comic_archive", below: 24_000))
        {
            yield return file;
        }
    }
}
