using Colophon.Formats.Naming;
using Colophon.Formats.Naming.Companions;
using Colophon.Formats.Naming.Shows;

namespace Colophon.Formats.Tests.Naming.Shows;

/// <summary>Each rule of the tables has a path that makes it fire, so that none is dead.</summary>
[Trait("Req", "D7")]
public sealed class ShowNamingRulesTests
{
    private static readonly (string Id, string Path)[] _episodes =
    [
        ("season.specials", "Show/Specials/Show S00E01.mkv"),
        ("season.word", "Show/Season 1/Show S01E01.mkv"),
        ("season.number-word", "Show/3.Staffel/Folge 1.mkv"),
        ("season.letter", "Show/S02/Show S02E01.mkv"),
        ("season.number", "Show/2/Show 01.mkv"),
        ("season.title-before", "Show/Show Season 1/01.mkv"),
        ("show.shelf", "Anime/Show - 01.mkv"),
        ("show.disc", "Show/Season 1/Disc 1/01.mkv"),
        ("show.episode-folder", "Show/Show.S01E01.720p.WEB-GRP/abc.mkv"),
        ("show.folder", "Show/Show S01E01.mkv"),
        ("show.season", "Show.S01.720p/Show S01E01.mkv"),
        ("show.year", "Show (2010)/Show S01E01.mkv"),
        ("episode.season-episode", "Show S01E01.mkv"),
        ("episode.times", "Show 1x01.mkv"),
        ("episode.cap", "Show [Cap.101].mkv"),
        ("episode.date", "Show 2014-02-28.mkv"),
        ("episode.season-text", "Show Season 1 Episode 2.mkv"),
        ("episode.word", "Show Episode 2.mkv"),
        ("episode.of", "Show.2of6.mkv"),
        ("episode.special", "[Group] Show - OVA 1.mkv"),
        ("episode.season-dash", "4-12 - Title.mkv"),
        ("episode.leading-number", "Show/02 - Title.mkv"),
        ("episode.bracket-number", "[Group][Show][02].mkv"),
        ("episode.dash-number", "Show - 02.mkv"),
        ("episode.split-number", "Show 102.mkv"),
        ("episode.end-number", "Show 02.mkv"),
        ("episode.middle-number", "Show.02.Title.mkv"),
        ("episode.part", "Show Part 2.mkv"),
        ("episode.absolute-beside", "Show S01E02 - 017 - Title.mkv"),
        ("episode.title", "Show S01E02 Title.mkv"),
        ("episode.show-text", "Show S01E02.mkv"),
    ];

    private static readonly (string Id, string Path)[] _companions =
    [
        ("companion.subs-folder", "Subs/English.srt"),
        ("companion.same-name", "Show S01E01.srt"),
        ("companion.other-separator", "Show S01E01-en.srt"),
        ("companion.same-episode", "show.s01e01.720p.srt"),
        ("companion.only-video", "English.srt"),
        ("companion.forced", "Show S01E01.forced.srt"),
        ("companion.default", "Show S01E01.default.srt"),
        ("companion.hearing-impaired", "Show S01E01.sdh.srt"),
        ("companion.language", "Show S01E01.en.srt"),
        ("companion.language-title", "Show S01E01.ru-title.srt"),
        ("companion.number", "Show S01E01.title - 1.srt"),
        ("companion.title", "Show S01E01.title.srt"),
    ];

    public static TheoryData<string, string> Episodes => [.. _episodes];

    public static TheoryData<string, string> Companions => [.. _companions];

    [Theory]
    [MemberData(nameof(Episodes))]
    public void A_rule_for_episodes_fires(string id, string path) => Fired(EpisodePath.Explain(path).Rules, id, path);

    [Theory]
    [MemberData(nameof(Companions))]
    public void A_rule_for_companions_fires(string id, string path) =>
        Fired(new CompanionFolder(["Show S01E01"]).Explain(path).Rules, id, path);

    [Fact]
    public void Every_rule_of_the_tables_has_an_example_a_text_and_a_reason()
    {
        _episodes.Select(example => example.Id).ShouldBe(EpisodeRules.All.Select(rule => rule.Id));
        _companions.Select(example => example.Id).ShouldBe(CompanionRules.All.Select(rule => rule.Id));
        EpisodeRules
            .All.Concat(CompanionRules.All)
            .ShouldAllBe(rule => rule.Text.EndsWith('.') && rule.Reason.EndsWith('.'));
    }

    private static void Fired(IReadOnlyList<RuleHit> hits, string id, string path)
    {
        RuleHit hit = hits.FirstOrDefault(hit => hit.Id == id).ShouldNotBeNull(path);
        (hit.Input.Length > 0 && hit.Matched.Length > 0 && hit.Result.Length > 0).ShouldBeTrue(path);
    }
}
