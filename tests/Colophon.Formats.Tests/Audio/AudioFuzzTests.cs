using Colophon.Formats.Audio;
using Colophon.Testing;
using Colophon.Testing.Audio;

namespace Colophon.Formats.Tests.Audio;

/// <summary>Mutated audio files: no exception, no hang, no flood of memory. Seeded, so that a failure comes back.</summary>
public sealed class AudioFuzzTests
{
    [Fact]
    public void Mutated_audio_never_crashes_the_reader()
    {
        Mutations.Feed(
            [.. Seeds()],
            Mutate,
            mutated =>
            {
                Reading<AudioFile> reading = AudioReader.Read(new MemoryStream(mutated), CancellationToken.None);
                (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
                reading.Findings.Count.ShouldBeLessThanOrEqualTo(100);
                if (reading.Value?.Cover is { } cover)
                {
                    cover.Offset.ShouldBeInRange(0, mutated.Length);
                    cover.Size.ShouldBeGreaterThan(0);
                }
            }
        );
    }

    private static IEnumerable<byte[]> Seeds()
    {
        byte[] cover = TinyPng.Cover(30, 40, 1);
        M4bBuilder book = M4bBuilder.Titled("Fuzz").By("Ann").InSeries("S", "2").Cover(cover).Chapter(0, "One");
        yield return book.Build();
        yield return book.WithChapters(ChapterStyle.Track).WithMovie(MoviePlace.AtStart).Build();
        Mp3Builder track = Mp3Builder
            .Titled("Fuzz")
            .Named("SERIES", "S")
            .Comment("c")
            .Cover(cover)
            .Chapter(0, 1, "One");
        yield return track.Build();
        yield return track.Version(3).Unsynchronised().Build();
        FlacBuilder flac = FlacBuilder.Titled("Fuzz").Chapter(1, "00:00:00", "One").Cover(cover);
        yield return flac.Build();
        yield return flac.BuildOpus();
        yield return flac.BuildVorbis();
        foreach (
            (string path, _) in Corpus
                .Files("audio")
                .Where(file => new FileInfo(file.Path).Length is > 100 and < 30_000)
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
            // most of what a reader looks at stands at the beginning
            int at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Length, 600) : bytes.Length);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes
                        .AsSpan(at, Math.Min(random.Next(1, 9), bytes.Length - at))
                        .Fill((byte)(random.Next(2) * 0xFF));
                    break;
                case 3:
                    bytes = bytes[..Math.Max(1, bytes.Length - random.Next(1, 200))];
                    break;
                default:
                    int from = random.Next(bytes.Length);
                    int length = Math.Min(random.Next(1, 64), bytes.Length - Math.Max(at, from));
                    bytes.AsSpan(from, length).CopyTo(bytes.AsSpan(at));
                    break;
            }
        }

        return bytes;
    }
}
