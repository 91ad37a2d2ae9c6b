using System.Text.Json;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming.Movies;

/// <summary>Names made to do harm, as movies.</summary>
public sealed class HostileMovieNameTests
{
    [Fact]
    public void Names_made_to_do_harm_are_read_as_any_other()
    {
        foreach (JsonElement row in Corpus.Cases("made_hostile_names"))
        {
            string input = row.GetProperty("input").GetString()!;
            JsonElement expected = row.GetProperty("expected");
            MovieName name = Read(input);
            if (expected.TryGetProperty("year", out JsonElement year))
            {
                name.Year.ShouldBe(year.GetInt32(), input);
            }

            if (
                expected.TryGetProperty("title", out JsonElement title)
                || expected.TryGetProperty("title_nfc", out title)
            )
            {
                TextKeys.SortKey(name.Title).ShouldBe(TextKeys.SortKey(title.GetString()), input);
            }

            if (expected.TryGetProperty("is_media", out JsonElement isMedia))
            {
                (MovieFileTypes.Of(input) == MovieFileType.Video).ShouldBe(isMedia.GetBoolean(), input);
            }
        }
    }

    /// <summary>Of the same nature, with no corpus at hand.</summary>
    [Theory]
    [InlineData("Movie \u202Egnp.mkv", "Movie gnp")]
    [InlineData(".mkv", "mkv")]
    [InlineData("...", "...")]
    [InlineData(" Leading and trailing  .mkv", "Leading and trailing")]
    [InlineData("Movie (20\u0662\u0663).mkv", "Movie (20\u0662\u0663)")]
    [InlineData("Movie \u0662\u0660\u0661\u0669 1080p.mkv", "Movie \u0662\u0660\u0661\u0669")]
    [InlineData("Movie cd99999999999999999.mkv", "Movie cd99999999999999999")]
    [InlineData("Movie {tmdb-99999999999999999999999}.mkv", "Movie {tmdb-99999999999999999999999}")]
    [InlineData("(2001).mkv", "(2001)")]
    [InlineData("1080p.mkv", "1080p")]
    [InlineData("{tmdb-1}.mkv", "{tmdb-1}")]
    public void A_name_made_to_do_harm_keeps_its_title(string path, string title) => Read(path).Title.ShouldBe(title);

    private static MovieName Read(string input)
    {
        foreach (MoviePlace place in Enum.GetValues<MoviePlace>())
        {
            string? title = MoviePath.Explain(input, place).Name.Title;
            title.ShouldBe(CleanText.LineOrNull(title, 500), input);
        }

        MovieGrouping
            .Group(new MovieFolder("Movie", [new MovieFile(input), new MovieFile("2.mkv")], []))
            .Movies.Count.ShouldBeGreaterThan(0);
        return MoviePath.Explain(input).Name;
    }
}
