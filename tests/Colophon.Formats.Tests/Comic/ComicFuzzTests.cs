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
            Mutate,
            mutated =>
            {
                Reading<ComicBook> reading = ComicReader.Read(new MemoryStream(mutated), CancellationToken.None);
                (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
                reading.Findings.Count.ShouldBeLessThanOrEqualTo(100);
            }
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
        foreach (
            (string path, _) in Corpus
                .Files("comic_archive")
                .Where(file => new FileInfo(file.Path).Length is > 100 and < 24_000)
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
            // half of the blows at the directory and the documents, which stand at the end
            int at = random.Next(2) == 0 ? Math.Max(0, bytes.Length - random.Next(1, 1500)) : random.Next(bytes.Length);
            switch (random.Next(5))
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
                default:
                    byte[] piece = System.Text.Encoding.UTF8.GetBytes(_pieces[random.Next(_pieces.Length)]);
                    piece.AsSpan(0, Math.Min(piece.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                    break;
            }
        }

        return bytes;
    }

    private static readonly string[] _pieces =
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
    ];
}
