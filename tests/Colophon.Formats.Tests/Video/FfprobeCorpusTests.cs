using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Media;
using Colophon.Formats.Video;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Video;

/// <summary>Every Matroska and MP4 file of the corpus, against what ffprobe says of it. Where they differ for a reason, a row tells it.</summary>
public sealed class FfprobeCorpusTests
{
    private const string Known = "tests/Colophon.Formats.Tests/Video/ffprobe-not-followed.tsv";
    private const string Table = "ffprobe";

    private static readonly string[] _read = [".mkv", ".mka", ".mks", ".webm", ".mp4", ".m4a", ".m4b", ".mov"];

    [Fact]
    public async Task Every_file_is_read_as_ffprobe_reads_it()
    {
        Assert.SkipWhen(Corpus.Folder is null, "The corpus is absent.");
        Assert.SkipUnless(await IsInstalledAsync(), "ffprobe is absent; Debian's package is ffmpeg.");
        (string Path, JsonElement Expected)[] files =
        [
            .. Corpus
                .Files("video")
                .Concat(Corpus.Files("audio"))
                .Where(file => _read.Contains(Path.GetExtension(file.Path))),
        ];
        byte[][] reports = new byte[files.Length][];
        await Parallel.ForAsync(
            0,
            files.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 4,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (i, _) => reports[i] = await ReportAsync(files[i].Path)
        );
        var notFollowed = new NotFollowed(Known);
        for (int i = 0; i < files.Length; i++)
        {
            using SafeFileHandle file = File.OpenHandle(files[i].Path);
            VideoFile? ours = VideoReader.Read(file, TestContext.Current.CancellationToken).Value;
            VideoFile? theirs = FfprobeReport.Parse(reports[i]).Value;
            notFollowed.Compare(Table, files[i].Expected.GetProperty("file").GetString()!, Differences(ours, theirs));
        }

        string.Join('\n', notFollowed.Mistakes).ShouldBeEmpty();
        files.Length.ShouldBeGreaterThan(100);
    }

    private static IEnumerable<(string Field, string? Wanted, string? Actual)> Differences(
        VideoFile? ours,
        VideoFile? theirs
    )
    {
        IReadOnlyList<MediaStream> wanted = theirs?.Streams ?? [];
        IReadOnlyList<MediaStream> actual = ours?.Streams ?? [];
        yield return ("streams", Text(wanted, stream => stream.Type), Text(actual, stream => stream.Type));
        if (wanted.Count != actual.Count || wanted.Count == 0)
        {
            yield break;
        }

        yield return ("index", Text(wanted, stream => stream.Index), Text(actual, stream => stream.Index));
        yield return ("codec", Text(wanted, stream => stream.Codec), Text(actual, stream => stream.Codec));
        yield return (
            "size",
            Text(wanted, stream => (stream.Width, stream.Height)),
            Text(actual, stream => (stream.Width, stream.Height))
        );
        yield return ("depth", Text(wanted, Depth), Text(actual, Depth));
        yield return ("hdr", Text(wanted, stream => stream.Hdr), Text(actual, stream => stream.Hdr));
        yield return ("dolby", Text(wanted, stream => stream.DolbyVision), Text(actual, stream => stream.DolbyVision));
        yield return ("channels", Text(wanted, stream => stream.Channels), Text(actual, stream => stream.Channels));
        yield return ("language", Text(wanted, stream => stream.Language), Text(actual, stream => stream.Language));
        yield return ("flags", Text(wanted, Flags), Text(actual, Flags));
        yield return Near("duration", theirs!.DurationSeconds, ours!.DurationSeconds, 0.15);
        for (int i = 0; i < wanted.Count; i++)
        {
            yield return Near($"rate {i}", wanted[i].FrameRate, actual[i].FrameRate, 0.05);
        }
    }

    private static string? Depth(MediaStream stream) =>
        stream.Type == StreamType.Video ? stream.BitDepth?.ToString(CultureInfo.InvariantCulture) : null;

    private static object Flags(MediaStream stream) =>
        (
            stream.IsDefault,
            stream.IsForced,
            stream.IsHearingImpaired,
            stream.IsVisualImpaired,
            stream.IsCommentary,
            stream.IsOriginal
        );

    private static string Text<T>(IReadOnlyList<MediaStream> streams, Func<MediaStream, T> of) =>
        string.Join(' ', streams.Select(stream => of(stream)?.ToString() ?? "-"));

    private static (string Field, string? Wanted, string? Actual) Near(
        string field,
        double? wanted,
        double? actual,
        double within
    )
    {
        bool isNear = Math.Abs((wanted ?? 0) - (actual ?? 0)) <= Math.Max(within, (wanted ?? 0) * 0.02);
        string? said = wanted?.ToString("0.###", CultureInfo.InvariantCulture);
        return (field, said, isNear ? said : actual?.ToString("0.###", CultureInfo.InvariantCulture));
    }

    private static async Task<bool> IsInstalledAsync()
    {
        try
        {
            return (await RunAsync("-version")).Length > 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Task<byte[]> ReportAsync(string path) =>
        RunAsync("-v", "error", "-print_format", "json", "-show_format", "-show_streams", "-show_chapters", path);

    private static async Task<byte[]> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("ffprobe", arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var report = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(report, TestContext.Current.CancellationToken);
        await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return report.ToArray();
    }
}
