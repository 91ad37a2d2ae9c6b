using System.Text.Json;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Tests.Naming.Releases;

/// <summary>
/// What radarr reads out of releases; rows not followed stand in release-words-not-followed.tsv with their reasons. What radarr
/// concludes without being told (480p of a DVD) is not asked.
/// </summary>
[Trait("Req", "D7")]
public sealed class ReleaseWordCorpusTests
{
    private static readonly string[] _tables = ["radarr_quality", "radarr_release_group", "radarr_language"];

    private static readonly Dictionary<string, string> _languages = new(StringComparer.Ordinal)
    {
        ["PortugueseBR"] = "pt-BR",
        ["SpanishLatino"] = "es-419",
    };

    [Fact]
    public void Releases_are_read_as_radarr_reads_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        var notFollowed = new NotFollowed(
            "tests/Colophon.Formats.Tests/Naming/Releases/release-words-not-followed.tsv"
        );
        int rows = 0;
        foreach (string table in _tables)
        {
            foreach (JsonElement row in Corpus.Cases(table))
            {
                rows++;
                string input = row.GetProperty("input").GetString()!;
                ReleaseFacts facts = MoviePath.Explain(input.Replace('/', '_')).Name.Release;
                notFollowed.Compare(
                    table,
                    input,
                    row.GetProperty("expected").EnumerateObject().SelectMany(field => Fields(input, facts, field))
                );
            }
        }

        notFollowed.Mistakes.ShouldBeEmpty();
        rows.ShouldBeGreaterThanOrEqualTo(260);
    }

    private static IEnumerable<(string, string?, string?)> Fields(string input, ReleaseFacts facts, JsonProperty field)
    {
        string? wanted = field.Value.ValueKind is JsonValueKind.Null ? null : field.Value.ToString();
        return field.Name switch
        {
            "source_type" when IsSourceTold(input) => [("source", wanted, Source(facts))],
            "resolution" when wanted is not null && IsTold(input, wanted) =>
            [
                ("resolution", wanted, facts.Resolution?.Replace('i', 'p')),
            ],
            "modifier" when wanted == "REMUX" && input.Contains("remux", StringComparison.OrdinalIgnoreCase) =>
            [
                ("remux", "True", facts.IsRemux.ToString()),
            ],
            "proper_or_repack" => [("repaired", wanted, facts.IsRepaired.ToString())],
            "release_group" => [("group", wanted, facts.Group)],
            "release_languages_include" => field
                .Value.EnumerateArray()
                .Select(language =>
                    (
                        "language",
                        (string?)Code(language.GetString()!),
                        facts.Languages.FirstOrDefault(code => code == Code(language.GetString()!))
                    )
                ),
            "release_language_named" => [("languages", "", string.Join(',', facts.Languages))],
            _ => [],
        };
    }

    private static string Code(string language) =>
        _languages.GetValueOrDefault(language)
        ?? ReleaseName.Split($"Film.{language}", 4).Facts.Languages.FirstOrDefault()
        ?? language;

    private static bool IsTold(string input, string resolution) =>
        input.Contains(resolution[..^1], StringComparison.Ordinal)
        || (resolution == "2160p" && input.Contains("4K", StringComparison.OrdinalIgnoreCase));

    /// <summary>The extension alone tells radarr a source.</summary>
    private static bool IsSourceTold(string input) =>
        !input.EndsWith(".webm", StringComparison.Ordinal)
        && ReleaseWords.In(input).Any(word => word.Kind == ReleaseWordKind.Source);

    private static string? Source(ReleaseFacts facts) =>
        facts.Source switch
        {
            "bluray" or "hddvd" => "BLURAY",
            "web-dl" => "WEBDL",
            "webrip" or "hdrip" => "WEBRIP",
            "hdtv" or "tv" => "TV",
            var other => other?.ToUpperInvariant(),
        };
}
