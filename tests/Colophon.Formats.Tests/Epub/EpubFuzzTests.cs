using System.IO.Compression;
using Colophon.Formats.Epub;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Epub;

/// <summary>Mutated books: no exception, no hang, no flood of memory. Seeded, so that a failure comes back.</summary>
public sealed class EpubFuzzTests
{
    [Fact]
    public void Mutated_books_never_crash_the_reader()
    {
        Mutations.Feed(
            [.. Seeds()],
            [
                "<",
                ">",
                "&",
                "]]>",
                "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                "\0",
                "<ol>",
                "</metadata>",
                "PK\u0005\u0006",
                "PK\u0001\u0002",
            ],
            (bytes, random) => Mutations.NearEnd(bytes, random, within: 200),
            mutated => EpubReader.Read(mutated, CancellationToken.None)
        );
    }

    private static IEnumerable<byte[]> Seeds()
    {
        EpubBuilder book = EpubBuilder
            .Titled("Fuzz & more")
            .Subtitle("s")
            .By("Ann", "A")
            .InSeries("S", 2)
            .Isbn("9780306406157")
            .Description("<p>x <a href=\"http://x\">y</a></p>")
            .GeneratedCover(1, 20, 30);
        yield return book.Build();
        yield return book.Compressed(CompressionLevel.NoCompression).Build();
        yield return book.AsEpub2().Build();
        foreach (byte[] file in Corpus.Small("epub", below: 8_000))
        {
            yield return file;
        }
    }
}
