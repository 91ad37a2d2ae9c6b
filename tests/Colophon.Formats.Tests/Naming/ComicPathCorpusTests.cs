using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Naming;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Naming;

/// <summary>
/// What other servers expect of comic names. Rows this product does not follow stand in comic-names-not-followed.tsv, each
/// with its reason; a row there that is followed after all fails the test.
/// </summary>
public sealed class ComicPathCorpusTests
{
    private static readonly string[] _tables =
    [
        "kavita_manga_name",
        "kavita_comic_name",
        "kavita_book_name",
        "kavita_path",
        "kavita_special_marker",
        "kavita_title_clean",
    ];

    [Fact]
    public void Names_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        Dictionary<string, string> exceptions = Exceptions();
        var mistakes = new List<string>();
        int rows = 0;
        foreach (string table in _tables)
        {
            foreach (JsonElement row in Corpus.Cases(table))
            {
                rows++;
                string input = row.GetProperty("input").GetString()!;
                string[] wrong = [.. Differences(row, input)];
                if ((wrong.Length > 0) != exceptions.Remove($"{table}\t{input}"))
                {
                    mistakes.Add($"{table} {input}: {string.Join("; ", wrong)}");
                }
            }
        }

        mistakes.ShouldBeEmpty();
        exceptions.ShouldBeEmpty();
        rows.ShouldBeGreaterThan(200);
    }

    private static IEnumerable<string> Differences(JsonElement row, string input)
    {
        ComicName name = ComicPath.Explain(Relative(row, input)).Name;
        foreach (JsonProperty expected in row.GetProperty("expected").EnumerateObject())
        {
            string? wanted =
                expected.Value.ValueKind is JsonValueKind.Null ? null : expected.Value.ToString().ToLowerInvariant();
            string? actual = Actual(expected.Name, name, wanted)?.ToLowerInvariant();
            if (actual != wanted)
            {
                yield return $"{expected.Name} is {actual ?? "nothing"}, expected {wanted ?? "nothing"}";
            }
        }
    }

    private static string? Actual(string field, ComicName name, string? wanted) =>
        field switch
        {
            // there every name is a series, here a comic may stand alone
            "series" or "title_cleaned" => name.Series ?? (wanted is "" ? "" : name.Title),
            "volume" => wanted == "special" && name.IsSpecial ? "special" : Number(name.Volume, name.VolumeEnd),
            "chapter" => Number(name.Chapter, name.ChapterEnd),
            "special" or "special_marker" => $"{name.IsSpecial}",
            "edition" => name.Edition,
            "title" => name.Title,
            _ => wanted, // "ignored" is about pictures, which are no comics; the index of a special is only its order
        };

    private static string? Number(double? first, double? last) =>
        first is not { } number ? null
        : last is { } end ? string.Create(CultureInfo.InvariantCulture, $"{number}-{end}")
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Paths are told with their library: the root that is given, else drive and first folder of three.</summary>
    private static string Relative(JsonElement row, string input)
    {
        if (
            row.TryGetProperty("context", out JsonElement context)
            && context.TryGetProperty("root", out JsonElement root)
        )
        {
            return input[root.GetString()!.Length..];
        }

        string[] segments = input.Split('/');
        return segments[0].EndsWith(':') ? string.Join('/', segments[(segments.Length > 3 ? 2 : 1)..]) : input;
    }

    private static Dictionary<string, string> Exceptions() =>
        File.ReadLines(RepositoryFolder.Path("tests/Colophon.Formats.Tests/Naming/comic-names-not-followed.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => $"{parts[0]}\t{parts[1]}", parts => parts[2], StringComparer.Ordinal);
}
