using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming.Shows;

/// <summary>
/// What other servers expect of the names of episodes. Rows this product does not follow stand in episodes-not-followed.tsv,
/// each with its reason; a row there that is followed after all fails the test.
/// </summary>
public sealed partial class EpisodeCorpusTests
{
    private static readonly string[] _tables =
    [
        "jellyfin_tv_episode",
        "jellyfin_tv_absolute",
        "jellyfin_tv_daily",
        "sonarr_tv_episode",
        "sonarr_tv_multi_episode",
        "sonarr_tv_absolute",
        "sonarr_tv_anime_meta",
        "sonarr_tv_daily",
        "sonarr_tv_path",
        "sonarr_tv_season_pack",
        "sonarr_tv_series_title",
        "sonarr_tv_special",
        "sonarr_tv_not_an_episode",
        "sonarr_tv_unicode",
    ];

    /// <summary>What only folders are.</summary>
    private static readonly string[] _packs = ["full_season", "multi_season", "season_extra", "season_part"];

    [Fact]
    public void Episodes_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        CaseReport report = CaseReport.Of("Shows/episodes-not-followed.tsv", _tables, Differences);

        report.Mistakes.ShouldBeEmpty();
        report.Rows.ShouldBe(428);
    }

    private static IEnumerable<string> Differences(JsonElement row, string input)
    {
        JsonElement expected = row.GetProperty("expected");
        bool isFolder = _packs.Any(pack => expected.TryGetProperty(pack, out _));
        EpisodeName name = EpisodePath.Explain(Relative(input), Numbering(row)).Name;
        if (isFolder || (!name.IsNumbered && expected.TryGetProperty("series_normalised", out _)))
        {
            name = OfFolder(input);
        }

        foreach (JsonProperty field in expected.EnumerateObject())
        {
            string? wanted = Text(field.Value);
            string? actual = Actual(field.Name, name, wanted, expected);
            if (actual != wanted)
            {
                yield return $"{field.Name} is {actual ?? "nothing"}, expected {wanted ?? "nothing"}";
            }
        }
    }

    private static EpisodeName OfFolder(string name)
    {
        ShowName show = ShowFolder.Explain(name).Name;
        return new EpisodeName(show.Title, show.Year, show.Season, [], [], null, null, null);
    }

    private static EpisodeNumbering Numbering(JsonElement row) =>
        row.TryGetProperty("note", out JsonElement note)
        && note.GetString()!.StartsWith("absolute", StringComparison.Ordinal)
            ? EpisodeNumbering.Absolute
            : EpisodeNumbering.Unknown;

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => string.Join(",", value.EnumerateArray()),
            _ => value.ToString(),
        };

    private static string? Actual(string field, EpisodeName name, string? wanted, JsonElement expected) =>
        field switch
        {
            "series" => Series(name, wanted ?? ""),
            "series_without_year" => Same(name.Show, wanted),
            "series_normalised" => Normalised(name).Contains(Words(wanted)) ? wanted : name.Show,
            "season" => Season(name, wanted, expected)?.ToString(CultureInfo.InvariantCulture),
            "episode" => Episode(name, wanted, expected),
            "episode_end" => End(name, wanted)?.ToString(CultureInfo.InvariantCulture),
            "episodes" => string.Join(
                ',',
                name.Episodes.Select(number => (double)number).Concat(name.Absolute).Distinct()
            ),
            "absolute_episode" => Absolute(name, name.Absolute.Count > 0 ? name.Absolute[0] : null, first: true),
            "absolute_episode_end" => Absolute(name, name.Absolute.Count > 0 ? name.Absolute[^1] : null, first: false),
            "special_absolute_episode" => Number(name.Absolute.Count > 0 && name.IsSpecial ? name.Absolute[0] : null),
            "special" or "possible_special" => $"{name.IsSpecial}",
            "is_episode" => $"{name.IsNumbered}",
            "year" => (name.AirDate?.Year ?? name.ShowYear)?.ToString(CultureInfo.InvariantCulture),
            "month" => name.AirDate?.Month.ToString(CultureInfo.InvariantCulture),
            "day" => name.AirDate?.Day.ToString(CultureInfo.InvariantCulture),
            "part" => name.Part?.ToString(CultureInfo.InvariantCulture),
            "release_group" => name.Release.Group,
            "crc_hash" => name.Release.Hash ?? (wanted is "" ? "" : null),
            "full_season" or "first_season" or "multi_season" or "season_extra" or "season_part" => wanted, // packs are no files
            _ => "not compared",
        };

    /// <summary>The year is kept apart from the title here, and a season before an absolute number is no part of it.</summary>
    private static string? Series(EpisodeName name, string wanted) =>
        Same(name.Show, wanted) is var plain && plain == wanted ? plain
        : Same($"{name.Show} {name.ShowYear}", wanted) is var dated && dated == wanted ? dated
        : name.Season is not null && Words(SeasonBehindPattern().Replace(wanted, "")) == Words(name.Show) ? wanted
        : plain;

    /// <summary>With and without the words that others leave out.</summary>
    private static string[] Normalised(EpisodeName name) =>
        [
            Words($"{name.Show} {name.ShowYear}"),
            Words(name.Show),
            TextKeys.NameKey($"{name.Show} {name.ShowYear}").Replace(" ", ""),
        ];

    private static string Words(string? title) =>
        CommonWordPattern().Replace(TextKeys.NameKey(title), "").Replace(" ", "");

    private static string? Same(string? title, string? wanted) =>
        TextKeys.NameKey(title).Replace(" ", "") == TextKeys.NameKey(wanted).Replace(" ", "") ? wanted : title;

    /// <summary>Others put numbers without a season into the first.</summary>
    private static int? Season(EpisodeName name, string? wanted, JsonElement expected) =>
        wanted is null
        && expected.TryGetProperty("absolute_episode", out _)
        && expected.GetProperty("episode").ValueKind is JsonValueKind.Null
            ? null
        : wanted is null || name.Season is not null ? name.Season
        : name.Place?.Season;

    private static string? Episode(EpisodeName name, string? wanted, JsonElement expected) =>
        wanted is null && expected.TryGetProperty("absolute_episode", out _)
            ? null
            : (wanted is null && name.Episodes.Count == 0 ? null : name.Place?.First)?.ToString(
                CultureInfo.InvariantCulture
            );

    /// <summary>An end that is the beginning is none in some tables.</summary>
    private static int? End(EpisodeName name, string? wanted) =>
        name.Place is not { } place || (wanted is null && place.First == place.Last) ? null : place.Last;

    /// <summary>There a season before the number is an alias of the show; here the number counts within the season.</summary>
    private static string? Absolute(EpisodeName name, double? absolute, bool first) =>
        Number(
            absolute
                ?? (
                    name.Episodes.Count == 0 ? null
                    : first ? name.Episodes[0]
                    : name.Episodes[^1]
                )
        );

    private static string? Number(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Paths are told with drives and roots, which a library's paths have not.</summary>
    private static string Relative(string input) => RootPattern().Replace(input.Replace('\\', '/'), "");

    [GeneratedRegex(
        @"^(?:[a-z]:/)?/?(?:(?:server|media|mnt|series|TV Drop|tv shows|Temp|Test/TV|Test/Unsorted|Test|Downloads/tv)/)*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RootPattern();

    [GeneratedRegex(@"\b(?:the|of|a|an|and)\b")]
    private static partial Regex CommonWordPattern();

    [GeneratedRegex(@"\s(?:S[0-9]{1,2}|2nd Season)$")]
    private static partial Regex SeasonBehindPattern();
}
