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
            ["moov", "stco", "ID3", "CHAP", "OggS", "fLaC", "\0\0\0\0", "\u007f\u007f\u007f\u007f"],
            // most of what a reader looks at stands at the beginning
            (bytes, random) => random.Next(Math.Min(bytes.Length, 600)),
            mutated => AudioReader.Read(mutated, CancellationToken.None),
            (mutated, audio) =>
            {
                if (audio.Cover is { } cover)
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
        foreach (byte[] file in Corpus.Small("audio", below: 30_000))
        {
            yield return file;
        }
    }
}
