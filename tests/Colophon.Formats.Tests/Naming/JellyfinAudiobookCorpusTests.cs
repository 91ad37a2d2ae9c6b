using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Naming;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Naming;

/// <summary>
/// What another server expects of audiobooks' files and folders. Rows this product does not follow stand in
/// audiobook-names-not-followed.tsv, each with its reason; a row there that is followed after all fails the test.
/// </summary>
public sealed class JellyfinAudiobookCorpusTests
{
    [Fact]
    public void Files_and_folders_are_read_as_another_server_reads_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        Dictionary<string, string> exceptions = Exceptions();
        var mistakes = new List<string>();
        int rows = 0;
        foreach (string table in new[] { "jellyfin_audiobook", "jellyfin_audiobook_folder" })
        {
            foreach (JsonElement row in Corpus.Cases(table))
            {
                rows++;
                string[] files = Inputs(row.GetProperty("input"));
                string[] wrong = [.. Differences(files, row.GetProperty("expected"))];
                if ((wrong.Length > 0) != exceptions.Remove($"{table}\t{string.Join(" | ", files)}"))
                {
                    mistakes.Add($"{table} {string.Join(" | ", files)}: {string.Join("; ", wrong)}");
                }
            }
        }

        string.Join('\n', mistakes).ShouldBeEmpty();
        exceptions.ShouldBeEmpty();
        rows.ShouldBe(22);
    }

    private static IEnumerable<string> Differences(string[] files, JsonElement expected)
    {
        foreach (JsonProperty field in expected.EnumerateObject())
        {
            string wanted = field.Value.ValueKind is JsonValueKind.Null ? "" : field.Value.ToString();
            string actual = field.Name == "items" ? Items(files) : Actual(field.Name, files);
            wanted = field.Name == "items" ? Items(field.Value) : wanted;
            if (actual != wanted)
            {
                yield return $"{field.Name} is {actual}, expected {wanted}";
            }
        }
    }

    private static string Actual(string field, string[] files)
    {
        BookName name = BookPath.Explain(files[0]).Name;
        return field switch
        {
            "title" => name.Title ?? "",
            "year" => name.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
            "container" => FormatOf(files[0]),
            "is_audiobook" => $"{AudioParts.IsAudio(FormatOf(files[0]))}",
            "item_count" => Books(files).Count.ToString(CultureInfo.InvariantCulture),
            "folder_is_one_audiobook" => $"{Books(files).Count == 1}",
            _ => "", // the numbers of chapters and parts are not kept
        };
    }

    private static string Items(string[] files) =>
        string.Join(", ", Books(files).Select(book => $"{book.Title} {book.Files}+{book.Extras}").Order());

    private static string Items(JsonElement items) =>
        string.Join(
            ", ",
            items
                .EnumerateArray()
                .Select(item => $"{item.GetProperty("title")} {item.GetProperty("files")}+{item.GetProperty("extras")}")
                .Order()
        );

    /// <summary>As a scan groups them: by folder, without what begins with a dot and what is no audio.</summary>
    private static List<(string Title, int Files, int Extras)> Books(string[] files)
    {
        var books = new List<(string, int, int)>();
        foreach (
            IGrouping<string, string> folder in files
                .Where(path => AudioParts.IsAudio(FormatOf(path)) && !Path.GetFileName(path).StartsWith('.'))
                .GroupBy(path => Path.GetDirectoryName(path)!)
        )
        {
            GroupingFile[] audio =
            [
                .. folder.Select(path => new GroupingFile(Path.GetFileName(path), FormatOf(path), null, [])),
            ];
            GroupingPlace place = folder.Key.Length == 0 ? GroupingPlace.Root : GroupingPlace.Folder;
            foreach (BookGroup book in BookGrouping.Group(audio, place))
            {
                string path = $"{folder.Key}/{audio[book.Files[0]].Name}";
                int extras = book.Roles.Count(role => role == GroupingRole.Extra);
                books.Add((BookPath.Explain(path).Name.Title!, book.Files.Count - extras, extras));
            }
        }

        return books;
    }

    private static string FormatOf(string path) => Path.GetExtension(path).TrimStart('.').ToLowerInvariant();

    private static string[] Inputs(JsonElement input) =>
        input.ValueKind is JsonValueKind.Array
            ? [.. input.EnumerateArray().Select(path => path.GetString()!)]
            : [input.GetString()!];

    private static Dictionary<string, string> Exceptions() =>
        File.ReadLines(RepositoryFolder.Path("tests/Colophon.Formats.Tests/Naming/audiobook-names-not-followed.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => $"{parts[0]}\t{parts[1]}", parts => parts[2], StringComparer.Ordinal);
}
