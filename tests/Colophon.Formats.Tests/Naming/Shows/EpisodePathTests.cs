using System.Diagnostics;
using System.Globalization;
using Colophon.Formats.Naming;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Naming.Shows;

namespace Colophon.Formats.Tests.Naming.Shows;

public sealed class EpisodePathTests
{
    private static readonly HashSet<string> _rules =
    [
        .. EpisodeRules.All.Concat(ReleaseRules.All).Select(rule => rule.Id),
    ];

    [Theory]
    [InlineData(
        "Show (2008)/Season 01/Show (2008) - S01E02 - Pilot [Bluray-1080p][x265]-GRP.mkv",
        "Show",
        1,
        "2",
        "Pilot"
    )]
    [InlineData("Series Name B (2018)/Season 02/Series Name B S02E01-E02.mkv", "Series Name B", 2, "1+2", null)]
    [InlineData(
        "A TV Show (2024)/Season 1/A TV Show (2024) S01E01 episode name.mp4",
        "A TV Show",
        1,
        "1",
        "episode name"
    )]
    [InlineData("Show/Season 1/S01E23-E24-E26 - The Woman.mp4", "Show", 1, "23+24+26", "The Woman")]
    [InlineData("Show/Season 2/Show - 02x03-15 - Name.mp4", "Show", 2, "3+4+5+6+7+8+9+10+11+12+13+14+15", "Name")]
    [InlineData("Show/Season 5/S05E23 11-59 [HDTV-1080p][x265 AC3].mkv", "Show", 5, "23", "11-59")]
    [InlineData("Show/Season 1/S01E01 1-23-45 [Bluray-1080p].mkv", "Show", 1, "1", "1-23-45")]
    [InlineData("Show/Season 1/show-s09e14-720i.mkv", "Show", 9, "14", null)]
    [InlineData("Show/Season 1/Show.s01e01.s01e02.mkv", "Show", 1, "1+2", null)]
    [InlineData("Show/Season 2/16 12 Some Title.avi", "Show", 2, "16", "12 Some Title")]
    [InlineData("Show/Season 2/7 - 12 Angry Men.avi", "Show", 2, "7", "12 Angry Men")]
    [InlineData("Show/Season 2/02-05 - blah-02 a.avi", "Show", 2, "2+3+4+5", "blah-02 a")]
    [InlineData("Show/Season 1/101 - Pilot.avi", "Show", 1, "1", "Pilot")]
    [InlineData("Show/Season 4/Show [401] Fun Run.avi", "Show", 4, "1", "Fun Run")]
    [InlineData("Show/Season 1/Show - 101.avi", "Show", 1, "101", null)]
    [InlineData("Show/Season 1/Disc 2/Show S01E07.mkv", "Show", 1, "7", null)]
    [InlineData("Show/Staffel 3/Folge 4 - Titel.mkv", "Show", 3, "4", "Titel")]
    [InlineData("Show/Show.S02.1080p.WEB-DL-GRP/01. Title.mkv", "Show", 2, "1", "Title")]
    [InlineData("Show.S02.1080p.WEB-DL-GRP/Show.S02E01.1080p.WEB-DL-GRP.mkv", "Show", 2, "1", null)]
    [InlineData("Series/4-12 - The Woman.mp4", "Series", 4, "12", "The Woman")]
    [InlineData("Seinfeld/Seinfeld 0807 The Checks.avi", "Seinfeld", 8, "7", "The Checks")]
    [InlineData("Show.103.mkv", "Show", 1, "3", null)]
    [InlineData(
        "The 100/Season 2/The.100.S02E03.The.German.Girl.1080p.WEB.x264-GRP.mkv",
        "The 100",
        2,
        "3",
        "The German Girl"
    )]
    [InlineData("Room 104/Room 104 102.mkv", "Room 104", 1, "2", null)]
    [InlineData("Show/Show.S01E04.The.Name.WEBRip.x264-GRP/ajifajjjeaeaeqwer_eppj.mkv", "Show", 1, "4", "The Name")]
    [InlineData("Show - Temporada 1 [HDTV][Cap.111_113].mkv", "Show", 1, "11+12+13", null)]
    [InlineData(
        "Watchmen (2019)/Watchmen 1x03 [WEBDL-720p][h264][-TBS] - She Was Killed.mkv",
        "Watchmen",
        1,
        "3",
        "She Was Killed"
    )]
    [InlineData("Show/Specials/Show - S00E03 - Making Of.mkv", "Show", 0, "3", "Making Of")]
    [InlineData("[Group] Show - OVA 1 [1080p].mkv", "Show", 0, "1", null)]
    [InlineData("Show S3 - 12 [720p][D07C91FC].mkv", "Show", 3, "12", null)]
    [InlineData("Show S01E01-E9999.mkv", "Show", 1, "1", null)]
    public void A_path_says_show_season_episodes_and_title(
        string path,
        string show,
        int season,
        string episodes,
        string? title
    )
    {
        EpisodeName name = EpisodePath.Explain(path).Name;

        (name.Show, name.Season, name.Title).ShouldBe((show, season, title));
        string.Join('+', name.Episodes).ShouldBe(episodes);
        name.IsSpecial.ShouldBe(season == 0);
    }

    [Theory]
    [InlineData("[BBT-RMX] Ranma ½ - 154 [50AC421A].mkv", "Ranma ½", "154")]
    [InlineData("[CASO&Sumisora][Oda_Nobuna_no_Yabou][04][BDRIP][1920x1080][7620E503].mp4", "Oda Nobuna no Yabou", "4")]
    [InlineData("Case Closed (1996-2007)/Case Closed - 317.mkv", "Case Closed", "317")]
    [InlineData("Uchuu.Senkan.Yamato.2199.E03.mkv", "Uchuu Senkan Yamato 2199", "3")]
    [InlineData("After The Sunset - [0004].mkv", "After The Sunset", "4")]
    [InlineData("Case Closed - 13.mkv", "Case Closed", "13")]
    [InlineData("Show/ep02.mkv", "Show", "2")]
    [InlineData("Show.Part.II.mkv", "Show", "2")]
    [InlineData("[Erai-raws] Show - 01 ~ 03 [1080p].mkv", "Show", "1+2+3")]
    [InlineData("[HatSubs] Show 1004 [E63F2984].mkv", "Show", "1004")]
    [InlineData("[Subz] My Show - １５８ [h264 10-bit][1080p].mkv", "My Show", "158")]
    [InlineData("[Anime Time] Show no Mayo - 12.5.mkv", "Show no Mayo", "12.5")]
    public void Numbers_without_a_season_count_through_the_show(string path, string show, string numbers)
    {
        EpisodeName name = EpisodePath.Explain(path).Name;

        (name.Show, name.Season).ShouldBe((show, null));
        name.Episodes.ShouldBeEmpty();
        string.Join('+', name.Absolute.Select(number => number.ToString(CultureInfo.InvariantCulture)))
            .ShouldBe(numbers);
        name.Place!.Value.Season.ShouldBe(1);
    }

    [Theory]
    [InlineData("anything_14.11.1996.avi", "anything", "1996-11-14", null)]
    [InlineData("A Daily Show/A Daily Show - (2015-01-15) - Name.mkv", "A Daily Show", "2015-01-15", "Name")]
    [InlineData("ABC News 2018_03_24_19_00_00.mkv", "ABC News", "2018-03-24", null)]
    [InlineData("Show 20201013 [720p].mkv", "Show", "2020-10-13", null)]
    [InlineData("Show 23rd Feb 2024.mkv", "Show", "2024-02-23", null)]
    [InlineData("Show.2012.16.02.PDTV.XviD-GRP.mkv", "Show", "2012-02-16", null)]
    [InlineData("Show/Season 2014/Show - 2014-02-28 - Guest Name.mkv", "Show", "2014-02-28", "Guest Name")]
    public void Daily_shows_say_the_day(string path, string show, string date, string? title)
    {
        EpisodeName name = EpisodePath.Explain(path).Name;

        (name.Show, name.Title).ShouldBe((show, title));
        name.AirDate.ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Series Special (1920x1080).mkv")]
    [InlineData("12 Monkeys/12 Monkeys.mkv")]
    [InlineData("Robin Hood [Multi-Subs] [2018].mkv")]
    [InlineData("Show/185d86a343e39f3341e35c4dad3f9959.mkv")]
    [InlineData("Show/Show 848x480.mkv")]
    [InlineData("Show/Show (2011).mkv")]
    public void Sizes_years_titles_and_hashes_are_no_episodes(string path) =>
        EpisodePath.Explain(path).Name.IsNumbered.ShouldBeFalse();

    [Fact]
    public void The_show_s_folder_wins_over_the_file_and_gives_year_and_ids()
    {
        EpisodeName name = EpisodePath
            .Explain("The Show (2010) {tvdb-81189}/Season 01/show.s01e01.[tvdbid-33333].mkv")
            .Name;

        (name.Show, name.ShowYear).ShouldBe(("The Show", 2010));
        name.ShowIds.ShouldBe(new Dictionary<string, string> { ["tvdb"] = "81189" }, ignoreOrder: true);
        name.Ids.ShouldBe(new Dictionary<string, string> { ["tvdb"] = "33333" }, ignoreOrder: true);
    }

    [Fact]
    public void Both_numberings_of_one_episode_are_told()
    {
        EpisodePath.Explain("[Group] Show - 017 - S02E05 - Title.mkv").Name.Absolute.ShouldBe([17.0]);
        EpisodeName name = EpisodePath.Explain("Show/Season 2/Show - S02E05-06 - 017-018 - Title.mkv").Name;

        (name.Season, name.Title).ShouldBe((2, "Title"));
        name.Episodes.ShouldBe([5, 6]);
        name.Absolute.ShouldBe([17.0, 18.0]);
    }

    [Fact]
    public void Who_knows_that_bare_numbers_count_through_the_show_is_heard()
    {
        EpisodePath.Explain("Show/Show 112.avi").Name.Season.ShouldBe(1);
        EpisodePath.Explain("Show/Show 112.avi", EpisodeNumbering.Absolute).Name.Absolute.ShouldBe([112.0]);
    }

    [Fact]
    public void A_shelf_is_the_show_only_when_the_file_names_none()
    {
        EpisodePath.Explain("Anime/Show - 03.mkv").Name.Show.ShouldBe("Show");
        EpisodePath.Explain("Anime/03.mkv").Name.Show.ShouldBe("Anime");
    }

    [Fact]
    public void Words_of_the_release_and_part_are_told()
    {
        EpisodeName name = EpisodePath.Explain("Show/Show.S06E18.A.Name.Part.2.1080p.WEB-DL.H.264-GRP.mkv").Name;

        (name.Title, name.Part).ShouldBe(("A Name Part 2", 2));
        (name.Release.Resolution, name.Release.Group).ShouldBe(("1080p", "GRP"));
        EpisodePath.Explain("[Group] Show - 06 [848x480][859EEAFA].mkv").Name.Release.Hash.ShouldBe("859EEAFA");
    }

    [Fact]
    [Trait("Req", "D7")]
    public void Every_rule_that_fired_is_told_with_what_it_saw()
    {
        IReadOnlyList<RuleHit> rules = EpisodePath.Explain("Show (2010)/Season 02/Show 2x03 - Title.mkv").Rules;

        rules
            .Select(hit => $"{hit.Id}:{hit.Matched}:{hit.Result}")
            .ShouldBe([
                "season.word:Season 02:season=2",
                "show.year:(2010):year=2010",
                "show.folder:Show (2010):show=Show, year=2010",
                "episode.times:2x03:season=2, episodes=3",
                "episode.title:Title:title=Title",
            ]);
    }

    [Fact]
    public void Nothing_makes_it_throw()
    {
        var random = new Random(23);
        string[] pieces =
        [
            "S01E02",
            "1x02",
            " - ",
            "[",
            "]",
            "(",
            "Season 1",
            "/",
            "2018-03-24",
            "E",
            "x",
            "-",
            "Part ",
            "12",
            "v2",
            "第",
            "話",
            "OVA",
            " ",
        ];
        for (int round = 0; round < 10_000; round++)
        {
            string path = string.Concat(
                Enumerable
                    .Range(0, random.Next(0, 12))
                    .Select(_ => random.Next(3) == 0 ? RandomText.Next(random) : pieces[random.Next(pieces.Length)])
            );
            EpisodePathExplanation explained = Should.NotThrow(() => EpisodePath.Explain(path), path);
            EpisodeName name = explained.Name;
            bool isBounded =
                explained.Rules.Count <= 50
                && (name.Title?.Length ?? 0) <= 500
                && (name.Show?.Length ?? 0) <= 500
                && name.Episodes.Count + name.Absolute.Count <= 500;
            isBounded.ShouldBeTrue(path);
            explained.Rules.All(hit => _rules.Contains(hit.Id)).ShouldBeTrue(path);
        }
    }

    [Theory]
    [InlineData("S01E01-")]
    [InlineData("1x01 - ")]
    [InlineData("E1 ")]
    [InlineData("([")]
    [InlineData("[1]")]
    [InlineData("Season 1 ")]
    [InlineData("2018-03-24 ")]
    [InlineData("Part i ")]
    [InlineData("1.")]
    [InlineData(" - 1")]
    [InlineData("0 ")]
    [InlineData("a ")]
    public void Long_names_that_tease_the_patterns_take_no_time(string piece)
    {
        string name = string.Concat(Enumerable.Repeat(piece, 500));
        EpisodePath.Explain("warm up");
        long started = Stopwatch.GetTimestamp();
        EpisodePath.Explain($"{name}/{name}/{name}.mkv");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
