using System.Diagnostics;
using System.Globalization;
using Colophon.Formats.Audio;
using Colophon.Testing.Audio;

namespace Colophon.Bench.Measures;

/// <summary>
/// CPU of reading an M4B of ten hours, in process: its tables of samples are 12 MB, which a reader of metadata has to jump over.
/// </summary>
internal static class LongAudiobook
{
    private const int Hours = 10;
    private const int Seconds = Hours * 3600;
    private const int Chapters = 60;
    private const int Reads = 200;

    /// <summary>One AAC frame a sample: 1,024 of 44,100 a second.</summary>
    private const int Samples = (int)(Seconds * 44_100L / 1024);

    public static IReadOnlyList<Figure> Measure(BenchSettings settings, CancellationToken cancellationToken)
    {
        var path = Path.Combine(settings.Scratch.FullName, "long.m4b");
        File.WriteAllBytes(path, Make());
        ReadOften(path, cancellationToken); // compiles what is measured
        var cpu = ReadOften(path, cancellationToken);
        return
        [
            new(
                $"reading an M4B of {Hours} hours, CPU",
                cpu.TotalMilliseconds / Reads,
                "ms",
                Goal.AtMost(10, 2),
                $"{new FileInfo(path).Length / 1e6:0.0} MB with {Samples:N0} samples; {Reads} reads took {cpu.TotalSeconds:0.00} s of CPU"
            ),
        ];
    }

    private static byte[] Make()
    {
        var book = M4bBuilder.Titled("Long").By("Ann Author").ReadBy("Bob Reader").InSeries("Longer", "1");
        for (var chapter = 0; chapter < Chapters; chapter++)
        {
            var number = (chapter + 1).ToString(CultureInfo.InvariantCulture);
            book.Chapter((double)chapter * Seconds / Chapters, $"Chapter {number}");
        }
        return book.WithChapters(ChapterStyle.Nero | ChapterStyle.Track).WithSamples(Samples).Lasting(Seconds).Build();
    }

    private static TimeSpan ReadOften(string path, CancellationToken cancellationToken)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        for (var i = 0; i < Reads; i++)
        {
            using var file = File.OpenHandle(path);
            var audio = AudioReader.Read(file, cancellationToken).Value;
            if (audio is not { Stream.DurationSeconds: Seconds, Chapters.Count: Chapters })
                throw new InvalidDataException("The long audiobook was not read as it was made.");
        }
        self.Refresh();
        return self.TotalProcessorTime - before;
    }
}
