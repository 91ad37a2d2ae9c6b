using Colophon.Server.Artwork;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C4")]
public sealed class ShowPicturesTests
{
    private static readonly ShowFolder Show = new("The Wire", Season: null, ["The Wire 1x01", "The Wire 1x01b"]);
    private static readonly ShowFolder Season = new("Season 2", Season: 2, ["Two S02E01"]);

    [Theory]
    [InlineData("poster.jpg", "poster of show")]
    [InlineData("show.png", "poster of show")]
    [InlineData("The Wire-fanart.jpg", "fanart of show")]
    [InlineData("extrafanart/fanart3.jpg", "fanart of show")]
    [InlineData("season01-poster.jpg", "poster of season 1")]
    [InlineData("Season1-poster.jpg", "poster of season 1")]
    [InlineData("season10.tbn", "poster of season 10")]
    [InlineData("season2019-banner.jpg", "banner of season 2019")]
    [InlineData("season-specials-fanart.jpg", "fanart of season 0")]
    [InlineData("season00-landscape.jpg", "landscape of season 0")]
    [InlineData("season-all-clearart.png", "clearart of season any")]
    [InlineData("The Wire 1x01-thumb.jpg", "cover of episode The Wire 1x01")]
    [InlineData("The Wire 1x01b.jpg", "cover of episode The Wire 1x01b")]
    [InlineData("metadata/The Wire 1x01.jpg", "cover of episode The Wire 1x01")]
    [InlineData("the wire 1X01-fanart.jpg", "fanart of episode The Wire 1x01")]
    public void A_picture_in_a_folder_of_a_show_is_the_shows_a_seasons_or_an_episodes(string name, string expected) =>
        Said(Show, name).ShouldBe([expected]);

    [Theory]
    [InlineData("poster.jpg", "poster of season 2")]
    [InlineData("Season 2-banner.jpg", "banner of season 2")]
    [InlineData("thumb.jpg", "landscape of season 2")]
    [InlineData("season03-poster.jpg", "poster of season 3")]
    [InlineData("Two S02E01-thumb.jpg", "cover of episode Two S02E01")]
    public void A_picture_in_a_folder_of_a_season_is_the_seasons_or_an_episodes(string name, string expected) =>
        Said(Season, name).ShouldBe([expected]);

    [Theory]
    [InlineData("seasons-poster.jpg")]
    [InlineData("season01-review.jpg")]
    [InlineData("season12345-poster.jpg")]
    [InlineData("The Wire 1x02-thumb.jpg")]
    [InlineData("metadata/poster.jpg")]
    [InlineData("movie.jpg")]
    [InlineData("season01-poster.txt")]
    public void Other_pictures_are_nobodys(string name) => ShowPictures.In(Show, [name]).ShouldBeEmpty();

    [Fact]
    public void The_best_comes_first_whatever_the_order_of_the_folder() =>
        ShowPictures
            .In(Show, ["folder.jpg", "poster.png", "poster.jpg", "The Wire-poster.jpg"])
            .Select(picture => picture.Picture.Name)
            .ShouldBe(["The Wire-poster.jpg", "poster.jpg", "poster.png", "folder.jpg"]);

    private static IEnumerable<string> Said(ShowFolder folder, string name) =>
        ShowPictures.In(folder, [name]).Select(Said);

    private static string Said(ShowPicture picture)
    {
        var which =
            picture.Video ?? picture.Season?.ToString() ?? (picture.Subject == PictureSubject.Season ? "any" : "");
        return $"{picture.Picture.Type} of {picture.Subject.ToString().ToLowerInvariant()} {which}".TrimEnd();
    }
}
