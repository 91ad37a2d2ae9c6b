using System.Text.Json;
using Colophon.Formats.Naming.Companions;

namespace Colophon.Formats.Tests.Naming.Companions;

/// <summary>
/// What other servers expect of subtitles and sound tracks beside a video. Rows this product does not follow stand in
/// companions-not-followed.tsv, each with its reason; a row there that is followed after all fails the test.
/// </summary>
public sealed class CompanionCorpusTests
{
    private static readonly string[] _tables =
    [
        "jellyfin_subtitle_external",
        "jellyfin_docs_external_streams",
        "sonarr_subtitle",
        "radarr_subtitle",
    ];

    /// <summary>Videos of the rows that name none.</summary>
    private static readonly string[] _videos =
    [
        "MyVideo",
        "Name (2020) - S01E20 - [AAC 2.0]",
        "Name (2020) - [AAC 2.0]",
        "Series Title - S01E01 - Pilot",
        "Movie Title - 2022",
    ];

    [Fact]
    public void Companions_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        CaseReport report = CaseReport.Of("Companions/companions-not-followed.tsv", _tables, Differences);

        report.Mistakes.ShouldBeEmpty();
        report.Rows.ShouldBe(64);
    }

    private static IEnumerable<string> Differences(JsonElement row, string input)
    {
        string[] videos =
            row.TryGetProperty("context", out JsonElement context)
            && context.TryGetProperty("video", out JsonElement video)
                ? [Path.GetFileNameWithoutExtension(video.GetString()!)]
                : _videos;
        CompanionName? name = new CompanionFolder(videos).Explain(input).Name;
        foreach (JsonProperty expected in row.GetProperty("expected").EnumerateObject())
        {
            string? wanted = Wanted(expected);
            string? actual = Actual(expected.Name, name, wanted);
            if (actual != wanted)
            {
                yield return $"{expected.Name} is {actual ?? "nothing"}, expected {wanted ?? "nothing"}";
            }
        }
    }

    private static string? Wanted(JsonProperty expected) =>
        expected.Value.ValueKind is JsonValueKind.Null ? null
        : expected.Name == "language" ? TrackLanguage.Find(expected.Value.GetString()!)
        : expected.Value.ToString();

    private static string? Actual(string field, CompanionName? name, string? wanted) =>
        field switch
        {
            "external_audio" => $"{name?.Kind == CompanionKind.Audio}",
            "external_subtitle" => $"{name?.Kind == CompanionKind.Subtitle}",
            "stream" => name?.Kind.ToString().ToLowerInvariant(),
            "matches_video" or "external_subtitle_of_video" => $"{name?.Video is not null}",
            "title" => name?.Title,
            "language" => name?.Language,
            "default" => $"{name?.IsDefault}",
            "forced" => $"{name?.IsForced}",
            "hearing_impaired" => $"{name?.IsHearingImpaired}",
            _ => wanted, // "tags" are the flags once more
        };
}
