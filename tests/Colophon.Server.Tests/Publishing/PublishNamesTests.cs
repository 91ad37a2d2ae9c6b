using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Publishing.Plan;

namespace Colophon.Server.Tests.Publishing;

/// <summary>Pictures go where each program looks for them, under names that a scan reads back.</summary>
public sealed class PublishNamesTests
{
    private static readonly PublishPlace Film = new(PictureSubject.Movie, "Stalker (1979)");
    private static readonly PublishPlace AmongFilms = new(PictureSubject.Movie, "Films", "Stalker (1979)");
    private static readonly PublishPlace Show = new(PictureSubject.Show, "Utopia");
    private static readonly PublishPlace Episode = new(PictureSubject.Episode, "Utopia/Season 1", "Utopia S01E02");
    private static readonly PublishPlace Artist = new(PictureSubject.Artist, "Nina Simone");
    private static readonly PublishPlace Album = new(PictureSubject.Album, "Nina Simone/Pastel Blues");

    [Theory]
    [InlineData("kodi", "poster", 0, "Stalker (1979)/poster")]
    [InlineData("kodi", "fanart", 0, "Stalker (1979)/fanart")]
    [InlineData("kodi", "fanart", 2, "Stalker (1979)/fanart2")]
    [InlineData("kodi", "discart", 0, "Stalker (1979)/discart")]
    [InlineData("kodi", "keyart", 0, "Stalker (1979)/keyart")]
    [InlineData("jellyfin", "fanart", 0, "Stalker (1979)/backdrop")]
    [InlineData("jellyfin", "fanart", 1, "Stalker (1979)/backdrop1")]
    [InlineData("jellyfin", "discart", 0, "Stalker (1979)/disc")]
    [InlineData("jellyfin", "keyart", 0, null)]
    [InlineData("plex", "poster", 0, "Stalker (1979)/poster")]
    [InlineData("plex", "fanart", 1, "Stalker (1979)/fanart-2")]
    [InlineData("plex", "banner", 0, null)]
    public void A_film_in_a_folder_of_its_own(string program, string type, int number, string? path) =>
        PublishNames.PathOf(program, Film, type, number).ShouldBe(path);

    [Theory]
    [InlineData("kodi", "poster", "Films/Stalker (1979)-poster")]
    [InlineData("jellyfin", "fanart", "Films/Stalker (1979)-backdrop")]
    [InlineData("plex", "poster", "Films/Stalker (1979)")]
    [InlineData("plex", "fanart", "Films/Stalker (1979)-fanart")]
    public void A_film_among_others_has_pictures_named_after_its_file(string program, string type, string path) =>
        PublishNames.PathOf(program, AmongFilms, type, 0).ShouldBe(path);

    [Theory]
    [InlineData("kodi", 1, true, "Utopia/season01-poster")]
    [InlineData("kodi", 0, true, "Utopia/season-specials-poster")]
    [InlineData("jellyfin", 1, true, "Utopia/Season 1/poster")]
    [InlineData("jellyfin", 1, false, "Utopia/season01-poster")]
    [InlineData("plex", 1, true, "Utopia/Season 1/Season01")]
    [InlineData("plex", 0, true, "Utopia/Season 1/season-specials-poster")]
    [InlineData("plex", 1, false, null)]
    public void A_season(string program, int season, bool hasFolder, string? path) =>
        PublishNames.PathOf(program, Season(season, hasFolder ? "Utopia/Season 1" : null), "poster", 0).ShouldBe(path);

    [Theory]
    [InlineData("kodi", "Utopia/Season 1/Utopia S01E02-thumb", "Nina Simone/folder", "Nina Simone/Pastel Blues/folder")]
    [InlineData(
        "jellyfin",
        "Utopia/Season 1/Utopia S01E02-thumb",
        "Nina Simone/folder",
        "Nina Simone/Pastel Blues/folder"
    )]
    [InlineData("plex", "Utopia/Season 1/Utopia S01E02", "Nina Simone/poster", "Nina Simone/Pastel Blues/cover")]
    public void An_episode_an_artist_and_an_album(string program, string episode, string artist, string album) =>
        new[] { Episode, Artist, Album }
            .Select(place => PublishNames.PathOf(program, place, "cover", 0))
            .ShouldBe([episode, artist, album]);

    [Fact]
    public void An_episode_that_lies_loose_has_no_folder_of_its_show() =>
        PublishNames
            .PathOf("kodi", new PublishPlace(PictureSubject.Season, null) { Season = 1 }, "poster", 0)
            .ShouldBeNull();

    [Fact]
    public void What_is_published_is_read_back_as_what_it_is()
    {
        PublishPlace[] places =
        [
            Film,
            AmongFilms,
            Show,
            Season(1, "Utopia/Season 1"),
            Season(0, null),
            Episode,
            Artist,
            Album,
        ];
        var names =
            from program in PublishPrograms.All
            from place in places
            from type in AssetTypes.Pictures
            // Of an item's main picture there is one.
            from number in Enumerable.Range(0, type == PublishNames.MainType(place.Subject) ? 1 : 3)
            let path = PublishNames.PathOf(program, place, type, number)
            where path is not null
            select (place, type, path);

        names.Count().ShouldBeGreaterThan(150);
        foreach (var (place, type, path) in names)
            ReadBack(place, path + ".jpg").ShouldBe(type, path);
    }

    private static PublishPlace Season(int number, string? folder) =>
        new(PictureSubject.Season, "Utopia") { Season = number, SeasonFolder = folder };

    private static string? ReadBack(PublishPlace place, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (place.Subject is PictureSubject.Show or PictureSubject.Season or PictureSubject.Episode)
        {
            int? season = path.StartsWith("Utopia/Season 1/", StringComparison.Ordinal) ? 1 : null;
            var found = ShowPictures.In(
                new ShowFolder(season is null ? "Utopia" : "Season 1", season, ["Utopia S01E02"]),
                [name]
            );
            var picture = found.ShouldHaveSingleItem(path);
            picture.Subject.ShouldBe(place.Subject, path);
            if (place.Subject == PictureSubject.Season)
                picture.Season.ShouldBe(place.Season, path);
            return picture.Picture.Type;
        }
        return LocalPictures
            .Of(
                place.Subject,
                [name],
                place.Stem is null ? [] : [place.Stem],
                place.Stem is null ? FolderOwner.Item : FolderOwner.Shared
            )
            .SingleOrDefault()
            ?.Type;
    }
}
