using System.Diagnostics;
using System.Text.Json;
using Colophon.Formats.Audio;
using Colophon.Formats.Books;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Audio;

/// <summary>Every audio file of the corpus of a kind that is read, against what two independent readers agree on.</summary>
public sealed class AudioCorpusTests
{
    private static readonly string[] _read = [".mp3", ".m4a", ".m4b", ".flac", ".ogg", ".opus"];

    // each with the reason why this product answers otherwise
    private static readonly Dictionary<string, string> _otherAnswers = new(StringComparer.Ordinal)
    {
        ["Borewit__music-metadata/mp3/issue-453.mp3 genre"] = "number 255 means that there is none",
        ["Zeugma440__atldotnet/OPUS/malformedOggPage.opus fatal"] = "only a page behind the tags is damaged",
        ["androidx__media/mp3/100kB-garbage-prefix.mp3 codec"] = "the other reader takes the rubbish for AMR",
        ["androidx__media/mp3/bear-id3.mp3 chapter 1"] = "it has no title, and the id of its frame is none",
        ["androidx__media/ogg/bear_vorbis_with_large_metadata.ogg artist"] = "a name has 500 characters at most",
        ["androidx__media/mp3/play-trimmed.mp3 fatal"] = "one whole frame is there",
        ["sindresorhus__file-type/fixture-mp2l3.mp3 fatal"] = "one whole frame is there",
        ["devsnd__tinytag/id3v1_does_not_overwrite_id3v2.mp3 genre"] = "the ID3v2 tag says Power Metal",
        ["devsnd__tinytag/utf-8-id3v2-invalid-string.mp3 title"] = "what is no UTF-8 is shown as U+FFFD",
        ["mono__taglib-sharp/corrupt/a.flac fatal"] = "it has no bytes",
    };

    [Fact]
    public void Every_audio_file_is_read_as_expected()
    {
        var mistakes = new List<string>();
        int read = 0;
        foreach ((string path, JsonElement expected) in Corpus.Files("audio"))
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
            Reading<AudioFile> reading = AudioReader.Read(file, TestContext.Current.CancellationToken);
            TimeSpan taken = Stopwatch.GetElapsedTime(started);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            IEnumerable<string> found = Compare(expected, reading, file).Select(field => $"{name} {field}");
            mistakes.AddRange(found.Where(mistake => !IsOtherAnswer(mistake)));
            if (taken > TimeSpan.FromSeconds(2) || allocated > 128 * 1024 * 1024)
            {
                mistakes.Add($"{name} took {taken.TotalMilliseconds} ms and {allocated / 1024} KB");
            }
        }

        string.Join('\n', mistakes).ShouldBeEmpty();
        (Corpus.Folder is null || read > 150).ShouldBeTrue($"{read} files were read");
    }

    private static bool IsOtherAnswer(string mistake) =>
        _otherAnswers.Keys.Any(key => mistake.StartsWith(key, StringComparison.Ordinal));

    private static IEnumerable<string> Compare(JsonElement expected, Reading<AudioFile> reading, SafeFileHandle file)
    {
        bool wantsError = CorpusMedia.IsTrue(expected, "error_expected");
        bool isEither = CorpusMedia.IsTrue(expected, "no_media_stream") && !wantsError;
        if (!isEither && wantsError != (reading.Fatal is not null))
        {
            yield return $"fatal: {reading.Fatal}";
        }

        if (reading.Value is not { } audio)
        {
            yield break;
        }

        foreach (JsonProperty field in expected.EnumerateObject())
        {
            IEnumerable<string> found = field.Name switch
            {
                "tags" or "tags_only" => Tags(field.Value, audio.Tags),
                "duration_s" => CorpusMedia.Duration(field.Value.GetDouble(), audio.Stream.DurationSeconds),
                "streams" => Streams(field.Value, audio.Stream),
                "chapters" => CorpusMedia.Chapters(field.Value, audio.Chapters),
                "cover" => CorpusMedia.Cover(field.Value, audio.Cover, file),
                _ => [],
            };
            foreach (string mistake in found)
            {
                yield return mistake;
            }
        }
    }

    private static IEnumerable<string> Tags(JsonElement expected, AudioTags tags)
    {
        foreach (JsonProperty tag in expected.EnumerateObject())
        {
            string wanted = tag.Value.ToString();
            string? actual = tag.Name switch
            {
                "title" => tags.Title,
                "artist" => string.Join(';', tags.Artists),
                "album" => tags.Album,
                "album_artist" => string.Join(';', tags.AlbumArtists),
                "composer" => string.Join(';', tags.Composers),
                "genre" => string.Join(';', tags.Genres),
                "comment" => tags.Comment ?? tags.Description, // the other readers call Vorbis descriptions so
                "description" => tags.All["DESCRIPTION"][0],
                "synopsis" => tags.Description,
                "publisher" => tags.Publisher,
                "copyright" => tags.Copyright,
                "date" or "year" => tags.Date,
                "track" => Of(tags.Track, tags.TrackTotal),
                "disc" => Of(tags.Disc, tags.DiscTotal),
                _ => wanted,
            };
            wanted = tag.Name switch
            {
                "date" or "year" => BookDate.Parse(wanted) ?? "",
                "track" or "disc" => Number(wanted),
                _ => CorpusMedia.Plain(wanted),
            };
            if (CorpusMedia.Plain(actual ?? "") != wanted && !IsShorter(tag.Name, wanted, actual))
            {
                yield return $"{tag.Name}: {actual ?? "nothing"}, expected {wanted}";
            }
        }
    }

    /// <summary>The other readers show no total, the first of several values, or the beginning of a long one.</summary>
    private static bool IsShorter(string name, string wanted, string? actual) =>
        name switch
        {
            "track" or "disc" => actual?.StartsWith(wanted + "/", StringComparison.Ordinal) == true,
            "artist" or "composer" or "genre" => actual?.Split(';').Contains(wanted) == true,
            _ => wanted.Length >= 200 && CorpusMedia.Plain(actual ?? "").StartsWith(wanted, StringComparison.Ordinal),
        };

    private static string Of(int? number, int? total) => total is null ? $"{number}" : $"{number}/{total}";

    private static string Number(string text) =>
        string.Join(
            '/',
            text.Split('/')
                .Select(part => new string([.. part.TakeWhile(char.IsAsciiDigit)]).TrimStart('0'))
                .Where(part => part.Length > 0)
        );

    private static IEnumerable<string> Streams(JsonElement expected, AudioStream actual)
    {
        JsonElement audio = expected
            .EnumerateArray()
            .FirstOrDefault(stream => stream.GetProperty("type").GetString() == "audio");
        if (audio.ValueKind == JsonValueKind.Undefined)
        {
            yield break;
        }

        if (audio.GetProperty("codec").GetString() != actual.Codec)
        {
            yield return $"codec: {actual.Codec}, expected {audio.GetProperty("codec")}";
        }

        if (audio.TryGetProperty("channels", out JsonElement channels) && channels.GetInt32() != actual.Channels)
        {
            yield return $"channels: {actual.Channels}, expected {channels}";
        }
    }
}
