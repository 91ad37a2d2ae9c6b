using System.Diagnostics;
using System.Text.Json;
using Colophon.Formats.Books;
using Colophon.Formats.Media;
using Colophon.Formats.Video;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Video;

/// <summary>Every video file of the corpus, and audio in Matroska, against what two independent readers agree on.</summary>
public sealed class VideoCorpusTests
{
    private static readonly string[] _read = [".mkv", ".mka", ".webm", ".mp4", ".mov"];

    private const string NoLanguage = "number 0 is English only in QuickTime files";

    // each with the reason why this product answers otherwise
    private static readonly Dictionary<string, string> _otherAnswers = new(StringComparer.Ordinal)
    {
        ["androidx__media/mkv/sample_last_cluster.mkv stream 0 title"] = "a title has 1,000 characters at most",
        ["androidx__media/mp4/sample_2_byte_NAL_length.mp4 stream 0 language"] = NoLanguage,
        ["androidx__media/mp4/sample_sef_slow_motion.mp4 stream 0 language"] = NoLanguage,
        ["androidx__media/mp4/sample_sef_slow_motion.mp4 stream 1 language"] = NoLanguage,
        ["androidx__media/mp4/sample_sef_super_slow_motion.mp4 stream 0 language"] = NoLanguage,
        ["mozilla__mp4parse-rust/mp4parse_capi/tests/afconvert-aac-0.5s.mp4 stream 0 language"] = NoLanguage,
        ["androidx__media/mp4/sample_ipcm_24le.mp4 stream 1 codec"] = "the pcmC box says 24 bits",
        ["mozilla__mp4parse-rust/mp4parse_capi/tests/chunk_out_of_range.mp4 fatal"] = "only a sample is out of range",
        ["Zeugma440__atldotnet/MKA/mka.mka artist"] = "it names two, of which the other reader shows one",
        ["mozilla__mp4parse-rust/mp4parse/tests/metadata.mp4 description"] = "the long one counts more",
    };

    [Fact]
    public void Every_video_file_is_read_as_expected()
    {
        var mistakes = new List<string>();
        int read = 0;
        foreach ((string path, JsonElement expected) in Corpus.Files("video").Concat(Corpus.Files("audio")))
        {
            string name = expected.GetProperty("file").GetString()!;
            if (!_read.Contains(Path.GetExtension(name)))
            {
                continue;
            }

            read++;
            using SafeFileHandle file = File.OpenHandle(path);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            Reading<VideoFile> reading = VideoReader.Read(file, TestContext.Current.CancellationToken);
            TimeSpan taken = Stopwatch.GetElapsedTime(started);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            IEnumerable<string> found = Compare(expected, reading, file).Select(field => $"{name} {field}");
            mistakes.AddRange(found.Where(mistake => !IsOtherAnswer(mistake)));
            if (taken > TimeSpan.FromSeconds(2) || allocated > 4 * 1024 * 1024)
            {
                mistakes.Add($"{name} took {taken.TotalMilliseconds} ms and {allocated / 1024} KB");
            }
        }

        string.Join('\n', mistakes).ShouldBeEmpty();
        (Corpus.Folder is null || read > 100).ShouldBeTrue($"{read} files were read");
    }

    private static bool IsOtherAnswer(string mistake) =>
        _otherAnswers.Keys.Any(key => mistake.StartsWith(key, StringComparison.Ordinal));

    private static IEnumerable<string> Compare(JsonElement expected, Reading<VideoFile> reading, SafeFileHandle file)
    {
        if (CorpusMedia.IsTrue(expected, "error_expected") != (reading.Fatal is not null))
        {
            yield return $"fatal: {reading.Fatal}";
        }

        if (reading.Value is not { } video)
        {
            yield break;
        }

        foreach (JsonProperty field in expected.EnumerateObject())
        {
            IEnumerable<string> found = field.Name switch
            {
                "tags" => Tags(field.Value, video.Tags),
                "duration_s" => CorpusMedia.Duration(field.Value.GetDouble(), video.DurationSeconds),
                "streams" => Streams(field.Value, video.Streams),
                "chapters" => CorpusMedia.Chapters(field.Value, video.Chapters),
                "cover" => CorpusMedia.Cover(field.Value, video.Pictures.Count == 0 ? null : video.Pictures[0], file),
                _ => [],
            };
            foreach (string mistake in found)
            {
                yield return mistake;
            }
        }
    }

    private static IEnumerable<string> Tags(JsonElement expected, VideoTags tags)
    {
        foreach (JsonProperty tag in expected.EnumerateObject())
        {
            string wanted = CorpusMedia.Plain(tag.Value.ToString());
            string? actual = tag.Name switch
            {
                "title" => tags.Title,
                "artist" => string.Join(';', tags.Artists),
                "genre" => string.Join(';', tags.Genres),
                "comment" => tags.Comment,
                "description" => tags.Description,
                "show" => tags.Show,
                "season_number" => tags.Season?.ToString(),
                "episode_sort" => tags.Episode?.ToString(),
                "network" => tags.Network,
                "date" => tags.Date,
                _ => wanted,
            };
            wanted = tag.Name == "date" ? BookDate.Parse(wanted) ?? "" : wanted;
            if (CorpusMedia.Plain(actual ?? "") != wanted)
            {
                yield return $"{tag.Name}: {actual ?? "nothing"}, expected {wanted}";
            }
        }
    }

    private static IEnumerable<string> Streams(JsonElement expected, IReadOnlyList<MediaStream> actual)
    {
        if (expected.GetArrayLength() != actual.Count)
        {
            yield return $"streams: {actual.Count}, expected {expected.GetArrayLength()}";
            yield break;
        }

        foreach ((JsonElement wanted, MediaStream stream) in expected.EnumerateArray().Zip(actual))
        {
            // a codec of null is one that the other readers do not know
            foreach (JsonProperty field in wanted.EnumerateObject().Where(f => f.Value.ValueKind != JsonValueKind.Null))
            {
                string? said = Said(field.Name, stream);
                string asked = Asked(field);
                if (said is not null && said != asked)
                {
                    yield return $"stream {stream.Index} {field.Name}: {said}, expected {asked}";
                }
            }

            bool isFlagged = stream.IsForced || stream.IsHearingImpaired || stream.IsCommentary;
            bool wantsFlag = Has(wanted, "forced") || Has(wanted, "hearing_impaired") || Has(wanted, "comment");
            if (isFlagged != wantsFlag || stream.IsDefault != Has(wanted, "default"))
            {
                yield return $"stream {stream.Index} flags: {stream}";
            }
        }
    }

    private static bool Has(JsonElement stream, string flag) => stream.TryGetProperty(flag, out _);

    private static string Asked(JsonProperty field) =>
        field.Name switch
        {
            "language" => LanguageTag.Normalise(field.Value.GetString()) ?? "",
            "channels" when field.Value.GetInt32() == 0 => "",
            "title" => CorpusMedia.Plain(field.Value.ToString()),
            _ => field.Value.ToString(),
        };

    /// <summary>Null for what is not compared.</summary>
    private static string? Said(string field, MediaStream stream) =>
        field switch
        {
            "type" => stream.Type.ToString().ToLowerInvariant(),
            "codec" => stream.Codec ?? "",
            "width" => $"{stream.Width}",
            "height" => $"{stream.Height}",
            "channels" => $"{stream.Channels}",
            "language" => stream.Language ?? "",
            "title" => stream.Title ?? "",
            "color_transfer" => (stream.Hdr & (HdrKinds.Hdr10 | HdrKinds.Hlg)) switch
            {
                HdrKinds.Hdr10 => "smpte2084",
                HdrKinds.Hlg => "arib-std-b67",
                _ => "",
            },
            "forced" => $"{stream.IsForced}",
            "hearing_impaired" => $"{stream.IsHearingImpaired}",
            "comment" => $"{stream.IsCommentary}",
            _ => null,
        };
}
