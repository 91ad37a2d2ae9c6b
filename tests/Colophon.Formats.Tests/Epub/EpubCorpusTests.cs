using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Colophon.Formats.Books;
using Colophon.Formats.Epub;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Epub;

/// <summary>Every EPUB of the corpus against what two independent readers agree on, and the hostile ones against their hazards.</summary>
public sealed class EpubCorpusTests
{
    // each with the reason why this product answers otherwise
    private static readonly Dictionary<string, string> _otherAnswers = new(StringComparer.Ordinal)
    {
        ["vers-one__EpubReader/BugFixes/53/test.epub isbn"] = "its check digit is wrong, and such a number is no ISBN",
        [
            "standardebooks__jules-verne_twenty-thousand-leagues-under-the-seas_f-p-walter/jules-verne_twenty-thousand-leagues-under-the-seas_f-p-walter.epub cover"
        ] = "the cover is an SVG, which is never served",
    };

    [Fact]
    public void Every_epub_is_read_as_expected()
    {
        var mistakes = new List<string>();
        int read = 0;
        foreach ((string path, JsonElement expected) in Corpus.Files("epub"))
        {
            read++;
            using SafeFileHandle file = File.OpenHandle(path);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            Reading<EpubBook> reading = EpubReader.Read(file, TestContext.Current.CancellationToken);
            TimeSpan taken = Stopwatch.GetElapsedTime(started);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            string name = expected.GetProperty("file").GetString()!;
            IEnumerable<string> found = Compare(expected, reading, file);
            mistakes.AddRange(found.Select(field => $"{name} {field}").Where(mistake => !IsOtherAnswer(mistake)));
            if (taken > TimeSpan.FromSeconds(2) || allocated > 128 * 1024 * 1024)
            {
                mistakes.Add($"{name} took {taken.TotalMilliseconds} ms and {allocated / 1024} KB");
            }
        }

        mistakes.ShouldBeEmpty();
        (Corpus.Folder is null || read > 200).ShouldBeTrue($"{read} files were read");
    }

    private static bool IsOtherAnswer(string mistake) =>
        _otherAnswers.Keys.Any(key => mistake.StartsWith(key, StringComparison.Ordinal));

    private static IEnumerable<string> Compare(JsonElement expected, Reading<EpubBook> reading, SafeFileHandle file)
    {
        bool wantsError = expected.TryGetProperty("error_expected", out JsonElement error) && error.GetBoolean();
        if (wantsError != (reading.Fatal is not null))
        {
            yield return $"fatal: {reading.Fatal}";
        }

        if (wantsError || reading.Value is not { } book)
        {
            yield break;
        }

        foreach (JsonProperty field in expected.EnumerateObject())
        {
            if (Mismatch(field, book, file) is { } mistake)
            {
                yield return $"{field.Name}: {mistake}, expected {field.Value}";
            }
        }
    }

    private static string? Mismatch(JsonProperty field, EpubBook book, SafeFileHandle file) =>
        field.Name switch
        {
            "title" => Same(field.Value, book.Title),
            "subtitle" => Same(field.Value, book.Subtitle),
            "language" => Same(field.Value, book.Language),
            "publisher" => Same(field.Value, book.Publisher),
            "series" => Same(field.Value, book.Series.FirstOrDefault()?.Name),
            "series_index" => SameNumber(field.Value, book.Series.FirstOrDefault()?.Number),
            "isbn" => HasIsbn(field.Value, book),
            "spine_items" => field.Value.GetInt32() == book.SpineItems ? null : $"{book.SpineItems}",
            "opf_version" => Same(field.Value, book.Version),
            "authors" => SameAuthors(field.Value, book),
            "description_prefix" => HasPrefix(field.Value, book.Description),
            "cover" => SameCover(field.Value, book, file),
            _ => null,
        };

    private static string? Same(JsonElement expected, string? actual)
    {
        string? wanted = expected.GetString() is { Length: > 0 } text ? text : null;
        return string.Equals(wanted, actual, StringComparison.Ordinal) ? null : actual ?? "nothing";
    }

    private static string? SameNumber(JsonElement expected, double? actual)
    {
        double wanted =
            expected.ValueKind == JsonValueKind.Number
                ? expected.GetDouble()
                : double.Parse(expected.GetString()!, CultureInfo.InvariantCulture);
        return wanted == actual ? null : $"{actual}";
    }

    private static string? HasIsbn(JsonElement expected, EpubBook book) =>
        book.Identifiers.Any(identifier =>
            identifier.Type.StartsWith("isbn", StringComparison.Ordinal)
            && identifier.Value == Isbn.Compact(expected.GetString())
        )
            ? null
            : string.Join(' ', book.Identifiers);

    private static string? SameAuthors(JsonElement expected, EpubBook book)
    {
        string[] wanted = [.. expected.EnumerateArray().Select(name => name.GetString()!)];
        string[] actual = [.. book.Creators.Where(creator => creator.Role == "aut").Select(creator => creator.Name)];
        return wanted.SequenceEqual(actual, StringComparer.Ordinal) ? null : string.Join(" | ", actual);
    }

    private static string? HasPrefix(JsonElement expected, string? description)
    {
        static string Plain(string text) =>
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string wanted = Plain(expected.GetString()!);
        return Plain(description ?? "").StartsWith(wanted, StringComparison.Ordinal) ? null : description ?? "nothing";
    }

    private static string? SameCover(JsonElement expected, EpubBook book, SafeFileHandle file)
    {
        if (!expected.TryGetProperty("present", out JsonElement present))
        {
            return null; // none is declared; a picture may be picked all the same
        }

        if (!present.GetBoolean())
        {
            return book.Cover is null ? null : book.Cover.Entry;
        }

        if (book.Cover is null)
        {
            return "nothing";
        }

        using var bytes = new MemoryStream();
        Finding? finding = ZipEntryReader.CopyPicture(file, book.Cover, bytes, 1 << 26, CancellationToken.None);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        return finding is null && hash == expected.GetProperty("sha256").GetString() ? null : $"{finding} {hash}";
    }
}
