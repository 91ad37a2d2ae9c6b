using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Colophon.Formats.Comic;
using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Comic;

/// <summary>Every ZIP comic and archive of the corpus against what is known of it. RAR and 7-Zip are read by the server's child process; its tests have them.</summary>
public sealed class ComicCorpusTests
{
    // each with the reason why this product answers otherwise
    private static readonly Dictionary<string, string> _otherAnswers = new(StringComparer.Ordinal)
    {
        ["adamhathcock__sharpcompress/Zip.zip64.compressedonly.zip fatal"] =
            "the archive is whole; only the tool that was asked cannot read ZIP64",
    };

    [Fact]
    public void Every_comic_is_read_as_expected()
    {
        var mistakes = new List<string>();
        int read = 0;
        foreach ((string path, JsonElement expected) in Corpus.Files("comic_archive").Concat(Corpus.Files("archive")))
        {
            using SafeFileHandle file = File.OpenHandle(path);
            if (ComicContainers.Sniff(file) is ComicContainer.Rar or ComicContainer.SevenZip)
            {
                continue;
            }

            read++;
            long before = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            Reading<ComicBook> reading = ComicReader.Read(file, TestContext.Current.CancellationToken);
            TimeSpan taken = Stopwatch.GetElapsedTime(started);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            string name = expected.GetProperty("file").GetString()!;
            IEnumerable<string> found = Compare(expected, reading, file);
            mistakes.AddRange(found.Select(field => $"{name} {field}").Where(mistake => !IsOtherAnswer(mistake)));
            if (taken > TimeSpan.FromSeconds(2) || allocated > 64 * 1024 * 1024)
            {
                mistakes.Add($"{name} took {taken.TotalMilliseconds} ms and {allocated / 1024} KB");
            }
        }

        mistakes.ShouldBeEmpty();
        (Corpus.Folder is null || read > 40).ShouldBeTrue($"{read} files were read");
    }

    [Fact]
    public void The_cover_is_the_one_that_others_choose()
    {
        foreach (JsonElement row in Corpus.Cases("kavita_archive_cover"))
        {
            string[] entries = [.. row.GetProperty("input").EnumerateArray().Select(entry => entry.GetString()!)];
            var listing = new ComicListing(
                ComicContainer.Rar,
                [.. entries.Select(entry => new ComicEntry(entry, 1, false))],
                new Dictionary<string, byte[]>()
            );
            ComicBook comic = ComicReader.Read(listing, TestContext.Current.CancellationToken).Value!;
            JsonElement expected = row.GetProperty("expected");
            if (expected.TryGetProperty("first_image_entry", out JsonElement first))
            {
                comic.Pages[0].Entry.ShouldBe(first.GetString(), row.ToString());
            }

            if (expected.TryGetProperty("cover_entry", out JsonElement cover))
            {
                comic.Pages[comic.CoverPage!.Value].Entry.ShouldBe(cover.GetString(), row.ToString());
            }
        }
    }

    [Fact]
    public void Kinds_of_entries_are_told_apart_as_others_do()
    {
        foreach (JsonElement row in Corpus.Cases("kavita_file_kind"))
        {
            string input = row.GetProperty("input").GetString()!;
            foreach (JsonProperty expected in row.GetProperty("expected").EnumerateObject())
            {
                bool? answer = expected.Name switch
                {
                    "is_image" => ComicPages.IsPage(input),
                    "is_cover_image" => ComicPages.IsCoverName(input),
                    "ignored_folder_in_path" => ComicPages.IsJunk(input),
                    _ => null,
                };
                (answer ?? expected.Value.GetBoolean()).ShouldBe(expected.Value.GetBoolean(), row.ToString());
            }
        }
    }

    private static bool IsOtherAnswer(string mistake) =>
        _otherAnswers.Keys.Any(key => mistake.StartsWith(key, StringComparison.Ordinal));

    private static IEnumerable<string> Compare(JsonElement expected, Reading<ComicBook> reading, SafeFileHandle file)
    {
        bool wantsError =
            expected.TryGetProperty("error_expected", out _) || expected.TryGetProperty("encrypted", out _);
        if (wantsError != (reading.Fatal is not null))
        {
            yield return $"fatal: {reading.Fatal}";
        }

        if (reading.Value is not { } comic)
        {
            yield break;
        }

        foreach (JsonProperty field in expected.EnumerateObject())
        {
            if (Mismatch(field, comic, file) is { } mistake)
            {
                yield return $"{field.Name}: {mistake}, expected {field.Value}";
            }
        }
    }

    private static string? Mismatch(JsonProperty field, ComicBook comic, SafeFileHandle file) =>
        field.Name switch
        {
            "title" => Same(field.Value, comic.Metadata.Title),
            "series" => Same(field.Value, comic.Metadata.Series),
            "series_index" => Same(field.Value, comic.Metadata.NumberText),
            "publisher" => Same(field.Value, comic.Metadata.Publisher),
            "language" => Same(field.Value, comic.Metadata.Language),
            "isbn" => comic.Metadata.Identifiers.Any(identifier => identifier.Value == field.Value.GetString())
                ? null
                : "nothing",
            "authors" => Same(field.Value, comic.Metadata.Credits.Where(credit => credit.Role == "writer")),
            "pages" => field.Value.GetInt32() == comic.Pages.Count ? null : $"{comic.Pages.Count}",
            "page_order" => field
                .Value.EnumerateArray()
                .Select(page => page.GetString())
                .SequenceEqual(comic.Pages.Select(page => page.Name), StringComparer.Ordinal)
                ? null
                : string.Join(" | ", comic.Pages.Select(page => page.Name)),
            "cover" => SameCover(field.Value.GetProperty("sha256").GetString()!, comic, file),
            "cover_named_by_comicinfo_sha256" => SameCover(field.Value.GetString()!, comic, file),
            "comicinfo" => Differences(field.Value, comic.Metadata),
            _ => null,
        };

    private static string? Same(JsonElement expected, string? actual) =>
        string.Equals(expected.GetString(), actual, StringComparison.Ordinal) ? null : actual ?? "nothing";

    private static string? Same(JsonElement expected, IEnumerable<ComicCredit> actual) =>
        expected.EnumerateArray().Select(name => name.GetString()!).SequenceEqual(actual.Select(credit => credit.Name))
            ? null
            : string.Join(" | ", actual);

    /// <summary>The words of ComicInfo.xml that stand in the record under their own meaning.</summary>
    private static string? Differences(JsonElement info, ComicMetadata said)
    {
        var actual = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AgeRating"] = said.AgeRating,
            ["Count"] = $"{said.Count}",
            ["Volume"] = $"{said.Volume}",
            ["Notes"] = said.Notes,
            ["Web"] = said.Web,
            ["Characters"] = string.Join(',', said.Characters),
            ["Genre"] = string.Join(',', said.Genres),
            ["AlternateSeries"] = said.Arcs[0].Name,
            ["StoryArc"] = string.Join(',', said.Arcs.Skip(1).Select(arc => arc.Name)),
            ["StoryArcNumber"] = string.Join(',', said.Arcs.Skip(1).Select(arc => arc.Number)),
            ["Penciller"] = string.Join(',', said.Credits.Where(c => c.Role == "penciller").Select(c => c.Name)),
            ["Inker"] = string.Join(',', said.Credits.Where(c => c.Role == "inker").Select(c => c.Name)),
            ["Year"] = said.Published?[..4],
        };
        string[] wrong =
        [
            .. info.EnumerateObject()
                .Where(field => actual.ContainsKey(field.Name) && actual[field.Name] != field.Value.GetString())
                .Select(field => $"{field.Name} {actual[field.Name]}"),
        ];
        return wrong.Length == 0 ? null : string.Join("; ", wrong);
    }

    private static string? SameCover(string sha256, ComicBook comic, SafeFileHandle file)
    {
        if (comic.Cover is not { } cover)
        {
            return "nothing";
        }

        if (cover.Method == EmbeddedPicture.ByName)
        {
            return null; // taken out by the server's child process; its tests compare it
        }

        using var bytes = new MemoryStream();
        Finding? finding = ZipEntryReader.CopyPicture(file, cover, bytes, 1 << 26, CancellationToken.None);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        return finding is null && hash == sha256 ? null : $"{finding} {hash}";
    }
}
