using Colophon.Formats.Video;
using Colophon.Testing;
using Colophon.Testing.Video;

namespace Colophon.Formats.Tests.Video;

/// <summary>Mutated video files and reports: no exception, no hang, no flood of memory. Seeded, so that a failure comes back.</summary>
public sealed class VideoFuzzTests
{
    [Fact]
    public void Mutated_video_never_crashes_the_reader() =>
        Mutations.Feed(
            [.. Seeds()],
            ["moov", "moof", "stsd", "avcC", "hvcC", "\u001AEß£", "\0\0\0\0", "\u007f\u007f\u007f\u007f"],
            // most of what a reader looks at stands at the beginning
            (bytes, random) => random.Next(Math.Min(bytes.Length, 1_500)),
            mutated => VideoReader.Read(mutated, CancellationToken.None),
            (mutated, video) =>
            {
                foreach (var picture in video.Pictures)
                {
                    picture.Offset.ShouldBeInRange(0, mutated.Length);
                    (picture.Offset + picture.Size).ShouldBeLessThanOrEqualTo(mutated.Length);
                }
            }
        );

    [Fact]
    public void Mutated_reports_never_crash_their_reader() =>
        Mutations.Feed(
            [FfprobeReportTests.Report],
            ["\"", "{", "[", "null", "\\ud800", "1e999", "-1"],
            (bytes, random) => random.Next(bytes.Length),
            mutated => FfprobeReport.Parse(((MemoryStream)mutated).ToArray())
        );

    private static IEnumerable<byte[]> Seeds()
    {
        MkvBuilder film = MkvBuilder
            .Titled("Fuzz")
            .Track(1, "V_MPEGH/ISO/HEVC", EbmlNode.Bytes(0x63A2, new byte[60]))
            .Track(2, "A_AAC", EbmlNode.Bytes(0x63A2, 0x12, 0x10))
            .Chapter(0, "One")
            .Tag(50, "IMDB", "tt0083658")
            .Attach("cover.png", "image/png", TinyPng.Cover(8, 8, 1));
        yield return film.Build();
        yield return film.WithAllAtEnd().Build();
        yield return film.Live().Build();
        yield return new Mp4FilmBuilder()
            .Video("avc1", 640, 360, Mp4FilmBuilder.Box("avcC", new byte[40]))
            .Audio("mp4a", 2, 0)
            .Item("covr", 14, TinyPng.Cover(8, 8, 1))
            .Build();
        foreach (byte[] file in Corpus.Small("video", below: 40_000))
        {
            yield return file;
        }
    }
}
