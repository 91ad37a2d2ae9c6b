using Colophon.Formats.Naming.Shows;

namespace Colophon.Formats.Tests.Naming.Shows;

public sealed class SeasonFolderTests
{
    [Theory]
    [InlineData("Season 1", 1)]
    [InlineData("SEASON 01", 1)]
    [InlineData("Season1", 1)]
    [InlineData("Season 100", 100)]
    [InlineData("Season 2009", 2009)]
    [InlineData("Season One", 1)]
    [InlineData("Staffel 7 (2016)", 7)]
    [InlineData("3.Staffel", 3)]
    [InlineData("2nd Season", 2)]
    [InlineData("Saison 1", 1)]
    [InlineData("Stagione 1", 1)]
    [InlineData("Temporada 1", 1)]
    [InlineData("Seizoen 1", 1)]
    [InlineData("Säsong 1", 1)]
    [InlineData("Sesong 1", 1)]
    [InlineData("Sæson 1", 1)]
    [InlineData("Kausi 1", 1)]
    [InlineData("Sezon 1", 1)]
    [InlineData("Sezóna 1", 1)]
    [InlineData("Sezonul 1", 1)]
    [InlineData("1. évad", 1)]
    [InlineData("Сезон 1", 1)]
    [InlineData("1 сезон", 1)]
    [InlineData("シーズン 1", 1)]
    [InlineData("시즌 1", 1)]
    [InlineData("第2季", 2)]
    [InlineData("Series 4", 4)]
    [InlineData("Série 4", 4)]
    [InlineData("S02", 2)]
    [InlineData("S02.1080p.WEB-DL-GRP", 2)]
    [InlineData("2", 2)]
    [InlineData("2014", 2014)]
    [InlineData("Specials", 0)]
    [InlineData("Season 0", 0)]
    [InlineData("OVAs", 0)]
    [InlineData("Show Season 3", 3)]
    [InlineData("Show (2010) - Season 3", 3)]
    [InlineData("[Show.S04.1080p.PDTV.x264-GRP]", 4)]
    [InlineData("Season (8)", null)]
    [InlineData("Season 1-3", null)]
    [InlineData("Season 01 - Season 07", null)]
    [InlineData("S01-S03", null)]
    [InlineData("s06e05", null)]
    [InlineData("Episode 1 Season 2", null)]
    [InlineData("Other Show Season 2", null)]
    [InlineData("Series 7 The Contenders", null)]
    [InlineData("202401244070", null)]
    [InlineData("Show", null)]
    [InlineData("2025-01-28 5090 vs 2 SFF Cases", null)]
    public void A_folder_is_a_season_or_not(string name, int? season) =>
        SeasonFolder.Explain(name, "Show (2010)").Name.Number.ShouldBe(season);

    [Fact]
    public void A_bare_number_at_the_root_or_on_a_shelf_is_no_season()
    {
        SeasonFolder.IsSeasonFolder("24", null).ShouldBeFalse();
        SeasonFolder.IsSeasonFolder("24", "TV Shows").ShouldBeFalse();
        SeasonFolder.IsSeasonFolder("Season 1", null).ShouldBeTrue();
    }

    [Fact]
    public void A_season_may_have_a_title_and_ids()
    {
        SeasonName name = SeasonFolder.Explain("Season 02 - Total Action [tvdbid=22222]", "Show").Name;

        (name.Number, name.Title).ShouldBe((2, "Total Action"));
        name.Ids["tvdb"].ShouldBe("22222");
        SeasonFolder.Explain("Season 01 1080p", "Show").Name.Title.ShouldBeNull();
    }

    [Theory]
    [InlineData("Show (2010) [tvdbid=11111]", "Show", 2010, null)]
    [InlineData("The.Show.2022.S01.COMPLETE.1080p", "The Show", 2022, 1)]
    [InlineData("Show Season 1 - 4 Complete DVDRip", "Show", null, null)]
    [InlineData("1923 (2022)", "1923", 2022, null)]
    [InlineData("Space 1999", "Space 1999", null, null)]
    [InlineData("Case Closed (1996-2007)", "Case Closed", 1996, null)]
    [InlineData("[Group] Show [1080p]", "Show", null, null)]
    public void A_show_s_folder_says_title_and_year(string folder, string title, int? year, int? season)
    {
        ShowName name = ShowFolder.Explain(folder).Name;

        (name.Title, name.Year, name.Season).ShouldBe((title, year, season));
    }
}
