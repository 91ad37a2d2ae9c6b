using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Providers;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>Which of those that a search found is meant.</summary>
[Trait("Req", "C6")]
public sealed class MatchScoreTests
{
    [Fact]
    public void The_same_title_and_year_is_sure() =>
        ScoreOf(Film("The Matrix", 1999), Match("The Matrix", 1999)).ShouldBe(100);

    [Theory]
    [InlineData("Amelie", "Amélie")]
    [InlineData("The Matrix", "Matrix, The")]
    [InlineData("Fast & Furious", "Fast and Furious")]
    [InlineData("WALL·E", "WALL-E")]
    [InlineData("七人の侍", "七人の侍")]
    public void Case_marks_and_articles_make_no_difference(string wanted, string offered) =>
        ScoreOf(Film(wanted, 2001), Match(offered, 2001)).ShouldBeGreaterThanOrEqualTo(MatchScore.Sure);

    [Fact]
    public void Any_of_its_titles_may_fit() =>
        ScoreOf(
                Film("Die fabelhafte Welt der Amélie", 2001) with
                {
                    OtherTitles = ["Le Fabuleux Destin d'Amélie Poulain"],
                },
                Match("Amélie", 2001) with
                {
                    OtherTitles = ["Le Fabuleux Destin d'Amélie Poulain"],
                }
            )
            .ShouldBe(100);

    [Theory]
    [InlineData("Dune", 2021, "Dune", 1984)]
    [InlineData("Rocky 2", 1979, "Rocky 3", 1982)]
    [InlineData("Solaris", 1972, "Polaris", 2016)]
    public void Another_film_of_a_like_name_is_not_sure(string wanted, int year, string offered, int offeredYear) =>
        ScoreOf(Film(wanted, year), Match(offered, offeredYear)).ShouldBeLessThan(MatchScore.Sure);

    [Theory]
    [InlineData("Rocky 2", "Rocky 3")]
    [InlineData("Ocean's 12", "Ocean's 13")]
    public void Another_part_is_not_sure_even_without_a_year(string wanted, string offered) =>
        ScoreOf(Film(wanted, null), Match(offered, null)).ShouldBeLessThan(MatchScore.Sure);

    [Theory]
    [InlineData("Nymphomaniac: Vol. I", "Nymphomaniac: Vol. II")]
    [InlineData("The Godfather Part II", "The Godfather Part III")]
    [InlineData("Dead Reckoning: The Long Way Home, Part One", "Dead Reckoning: The Long Way Home, Part Two")]
    [InlineData("Rocky V", "Rocky IV")]
    public void A_part_counted_in_letters_or_words_is_another_one_too(string wanted, string offered) =>
        ScoreOf(Film(wanted, null), Match(offered, null)).ShouldBeLessThan(MatchScore.Sure);

    [Theory]
    [InlineData("Rocky 2", "Rocky II")]
    [InlineData("Ocean's 11", "Ocean's Eleven")]
    [InlineData("The Godfather: Part Two", "The Godfather Part II")]
    public void However_a_part_is_counted_it_is_the_same(string wanted, string offered) =>
        ScoreOf(Film(wanted, 1979), Match(offered, 1979)).ShouldBe(100);

    [Fact]
    public void A_number_that_is_a_title_is_not_counted() =>
        ScoreOf(Film("9", 2009), Match("Nine", 2009)).ShouldBeLessThan(MatchScore.Sure);

    [Theory]
    [InlineData("Live in Tokyo", "Live in Kyoto")]
    [InlineData("Greatest Hits I", "Greatest Hits II")]
    [InlineData("Led Zeppelin II", "Led Zeppelin III")]
    public void Nothing_makes_up_for_another_title(string wanted, string offered)
    {
        var album = new ItemQuery("album", wanted)
        {
            Year = 1972,
            People = ["The Band"],
            Parts = 12,
        };

        var score = MatchScore.Of(album, Match(offered, 1972) with { People = ["The Band"], Parts = 12 });

        score.Points.ShouldBeLessThan(MatchScore.Sure);
    }

    [Fact]
    public void A_year_beside_it_is_believed_and_two_are_not()
    {
        ScoreOf(Film("Arrival", 2016), Match("Arrival", 2017)).ShouldBeGreaterThanOrEqualTo(MatchScore.Sure);
        ScoreOf(Film("Arrival", 2016), Match("Arrival", 2018)).ShouldBeLessThan(MatchScore.Sure);
    }

    [Fact]
    public void A_book_of_that_name_by_somebody_else_is_not_sure()
    {
        var wanted = new ItemQuery("book", "It") { People = ["Stephen King"] };

        MatchScore.Of(wanted, Match("It", null) with { People = ["Stephen King"] }).Points.ShouldBe(100);
        MatchScore
            .Of(wanted, Match("It", null) with { People = ["Inio Asano"] })
            .Points.ShouldBeLessThan(MatchScore.Sure);
    }

    [Theory]
    [InlineData("de", true)]
    [InlineData("de-AT", true)]
    [InlineData(null, true)]
    [InlineData("es", false)]
    public void A_book_of_that_name_in_another_language_is_not_sure(string? offered, bool isSure)
    {
        var wanted = new ItemQuery("book", "Momo") { People = ["Michael Ende"], Language = "de" };

        var score = MatchScore.Of(wanted, Match("Momo", null) with { People = ["Michael Ende"], Language = offered });

        (score.Points >= MatchScore.Sure).ShouldBe(isSure);
    }

    [Fact]
    public void A_film_half_as_long_is_less_sure()
    {
        var wanted = Film("Metropolis", 1927) with { RuntimeMinutes = 153 };

        var whole = MatchScore.Of(wanted, Match("Metropolis", 1927) with { RuntimeMinutes = 152 });
        var cut = MatchScore.Of(wanted, Match("Metropolis", 1927) with { RuntimeMinutes = 83 });

        whole.Points.ShouldBe(100);
        cut.Points.ShouldBeLessThan(whole.Points - MatchScore.Lead);
        cut.Parts.Single(part => part.What == "runtime").Points.ShouldBeLessThan(0);
    }

    [Fact]
    public void Each_part_says_what_it_added()
    {
        var score = MatchScore.Of(Film("Arrival", 2016), Match("Arrival", 2017));

        score
            .Parts.Select(part => (part.What, part.Points, part.Of, part.Offered))
            .ShouldBe([("title", 60, 60, "Arrival"), ("year", 14, 20, "2017")]);
    }

    private static double ScoreOf(ItemQuery wanted, ProviderMatch offered) => MatchScore.Of(wanted, offered).Points;

    private static ItemQuery Film(string title, int? year) => new("movie", title) { Year = year };

    private static ProviderMatch Match(string title, int? year) =>
        new(new ProviderId("tmdb", "1"), title) { Year = year };
}
