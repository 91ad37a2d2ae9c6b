using System.IO.Compression;
using System.Text;
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
            Mutate,
            mutated =>
            {
                Reading<EpubBook> reading = EpubReader.Read(new MemoryStream(mutated), CancellationToken.None);
                (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
                reading.Findings.Count.ShouldBeLessThanOrEqualTo(100);
            }
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
        foreach (
            (string path, _) in Corpus.Files("epub").Where(file => new FileInfo(file.Path).Length is > 100 and < 8_000)
        )
        {
            yield return File.ReadAllBytes(path);
        }
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        byte[] bytes = [.. seed];
        int changes = random.Next(1, 12);
        for (int i = 0; i < changes; i++)
        {
            int at = random.Next(4) == 0 ? Math.Max(0, bytes.Length - random.Next(1, 200)) : random.Next(bytes.Length);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(at, Math.Min(random.Next(1, 9), bytes.Length - at)).Fill(0xFF);
                    break;
                case 3:
                    bytes = bytes[..Math.Max(1, bytes.Length - random.Next(1, 50))];
                    break;
                case 4:
                    int from = random.Next(bytes.Length);
                    int length = Math.Min(random.Next(1, 64), bytes.Length - Math.Max(at, from));
                    bytes.AsSpan(from, length).CopyTo(bytes.AsSpan(at));
                    break;
                default:
                    byte[] piece = Encoding.UTF8.GetBytes(_pieces[random.Next(_pieces.Length)]);
                    bytes = [.. bytes[..at], .. piece, .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }

    private static readonly string[] _pieces =
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
    ];
}
