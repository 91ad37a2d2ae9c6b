using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using Colophon.Server.Tests.Video;
using Dapper;
using static Colophon.Server.Tests.Music.Songs;

namespace Colophon.Server.Tests.Publishing;

/// <summary>Where files go, by how a library is laid out on the disk.</summary>
public sealed class PublishPlaceTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_in_its_own_folder_a_disc_and_films_among_others()
    {
        var library = await server
            .Library("films")
            .With("Stalker (1979)/Stalker (1979).mkv", Films.Film())
            .With("Disc (2001)/BDMV/index.bdmv", "index")
            .With("Disc (2001)/BDMV/STREAM/00001.m2ts", Films.Film())
            .With("Shelf/One (1991).mkv", Films.Film())
            .With("Shelf/Two (1992).mkv", Films.Film())
            .With("Loose (1990).mkv", Films.Film())
            .AddAsync(new { publish = "kodi" }, LibraryTypes.Movie);

        (await PlannedAsync(library, "movie", "poster")).ShouldBe([
            "Disc (2001)/movie.nfo",
            "Disc (2001)/poster.png",
            "Loose (1990)-poster.png",
            "Loose (1990).nfo",
            "Shelf/One (1991)-poster.png",
            "Shelf/One (1991).nfo",
            "Shelf/Two (1992)-poster.png",
            "Shelf/Two (1992).nfo",
            "Stalker (1979)/Stalker (1979).nfo",
            "Stalker (1979)/poster.png",
        ]);
    }

    [Fact]
    public async Task A_show_its_seasons_and_episodes()
    {
        var library = await server
            .Library("shows")
            .With("Utopia/Season 1/Utopia S01E02.mkv", Films.Film())
            .With("Utopia/Specials/Utopia S00E01.mkv", Films.Film())
            .AddAsync(new { publish = "kodi" }, LibraryTypes.Tv);

        (await PlannedAsync(library, "show season episode", "poster"))
            .Where(path => path.EndsWith(".png", StringComparison.Ordinal))
            .ShouldBe([
                "Utopia/Season 1/Utopia S01E02-thumb.png",
                "Utopia/Specials/Utopia S00E01-thumb.png",
                "Utopia/poster.png",
                "Utopia/season-specials-poster.png",
                "Utopia/season01-poster.png",
            ]);
    }

    [Fact]
    public async Task An_album_and_an_artist_only_where_a_folder_is_theirs()
    {
        var library = await server
            .Library("music")
            .With("Nina Simone/Pastel Blues/CD1/01.flac", Song("Be My Husband", "Nina Simone", "Pastel Blues", 1))
            .With("Nina Simone/Pastel Blues/CD2/01.flac", Song("Sinnerman", "Nina Simone", "Pastel Blues", 2))
            .With("Mixed/Songs/01.flac", Song("One", "Ada", "First", 1))
            .With("Mixed/Songs/02.flac", Song("Two", "Bea", "Second", 1))
            .AddAsync(new { publish = "jellyfin" }, LibraryTypes.Music);

        (await PlannedAsync(library, "artist album", "cover")).ShouldBe([
            "Nina Simone/Pastel Blues/folder.png",
            "Nina Simone/folder.png",
        ]);
    }

    /// <summary>What would be written when every item of some kinds had a picture that a provider gave.</summary>
    private async Task<IReadOnlyList<string>> PlannedAsync(LibraryOnDisk library, string kinds, string type)
    {
        (await library.ScanAsync()).Status().ShouldBe("completed");
        await server.Database.WriteAsync(
            commit =>
            {
                var items = commit.Connection.Query<long>(
                    "select id from items where library_id = @id and kind in @kinds",
                    new { id = library.Id, kinds = kinds.Split(' ') },
                    commit.Transaction
                );
                foreach (var item in items)
                {
                    var asset = commit.NewId(
                        """
                        insert into assets (item_id, type, source, origin, sha256, size, cache_path, picked, created_at, updated_at)
                        values (@item, @type, 'tmdb', 'tmdb:1', 'ab', 1, 'cache/x/1/poster_ab.png', 1, 0, 0)
                        """,
                        item,
                        type
                    );
                    commit.Run("update items set cover_asset_id = @asset where id = @item", asset, item);
                }
                return 0;
            },
            Token
        );
        var plan = await library.PlanAsync();
        return
        [
            .. plan.Where(file => file["action"].Text() == "write")
                .Select(file => Path.GetRelativePath(library.Folder, file["path"].Text()!))
                .Order(StringComparer.Ordinal),
        ];
    }
}
