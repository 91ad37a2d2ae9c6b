using System.Text.Json;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming.Shows;

/// <summary>What other servers expect of folders of shows and seasons, and of ids in names.</summary>
public sealed class FolderCorpusTests
{
    private static readonly string[] _tables =
    [
        "jellyfin_tv_season_folder",
        "jellyfin_tv_series_folder",
        "jellyfin_tv_series_folder_raw",
        "jellyfin_provider_ids",
    ];

    [Fact]
    public void Folders_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        CaseReport report = CaseReport.Of("Shows/folders-not-followed.tsv", _tables, Differences);

        report.Mistakes.ShouldBeEmpty();
        report.Rows.ShouldBe(90);
    }

    private static IEnumerable<string> Differences(JsonElement row, string input)
    {
        string name = input.Split('/')[^1];
        foreach (JsonProperty expected in row.GetProperty("expected").EnumerateObject())
        {
            string? wanted = expected.Value.ValueKind is JsonValueKind.Null ? null : expected.Value.ToString();
            string? actual = expected.Name switch
            {
                "season" => SeasonFolder.Explain(name, Parent(row)).Name.Number?.ToString(),
                "is_season_folder" => $"{SeasonFolder.IsSeasonFolder(name, Parent(row))}",
                "series" or "series_raw" => ShowFolder.Explain(name).Name.Title,
                string id => NameIds.In(name).GetValueOrDefault(id[..^2]),
            };
            if (TextKeys.NameKey(actual) != TextKeys.NameKey(wanted))
            {
                yield return $"{expected.Name} is {actual ?? "nothing"}, expected {wanted ?? "nothing"}";
            }
        }
    }

    private static string Parent(JsonElement row) =>
        row.GetProperty("context").GetProperty("parent").GetString()!.Split('/')[^1];
}
