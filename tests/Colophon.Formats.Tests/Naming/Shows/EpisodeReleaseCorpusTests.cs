using System.Text.Json;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Naming.Shows;

namespace Colophon.Formats.Tests.Naming.Shows;

/// <summary>What sonarr reads of group, resolution and repair in the names of episodes.</summary>
public sealed class EpisodeReleaseCorpusTests
{
    private static readonly string[] _tables = ["sonarr_release_group", "sonarr_quality"];

    [Fact]
    public void Words_of_releases_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        CaseReport report = CaseReport.Of("Shows/episode-releases-not-followed.tsv", _tables, Differences);

        report.Mistakes.ShouldBeEmpty();
        report.Rows.ShouldBe(225);
    }

    private static IEnumerable<string> Differences(JsonElement row, string input)
    {
        ReleaseFacts facts = EpisodePath.Explain(input[(input.LastIndexOf('\\') + 1)..]).Name.Release;
        foreach (JsonProperty expected in row.GetProperty("expected").EnumerateObject())
        {
            bool isSame = expected.Name switch
            {
                "release_group" => facts.Group == expected.Value.GetString(),
                "resolution" => IsResolution(facts.Resolution, expected.Value.GetString()!),
                "proper_or_repack" => facts.IsRepaired == expected.Value.GetBoolean(),
                _ => true, // the names of qualities are sonarr's own
            };
            if (!isSame)
            {
                yield return $"{expected.Name} is {facts}, expected {expected.Value}";
            }
        }
    }

    /// <summary>480p is said there of all that names nothing.</summary>
    private static bool IsResolution(string? resolution, string wanted) =>
        wanted is not ("720p" or "1080p" or "2160p") || resolution == wanted;
}
