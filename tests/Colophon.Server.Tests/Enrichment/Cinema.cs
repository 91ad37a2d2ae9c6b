using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using Colophon.Server.Tests.Video;
using Colophon.Testing;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>A server with a library of films and a TMDB on loopback that knows some of them.</summary>
internal sealed class Cinema : IAsyncDisposable
{
    private Cinema(ColophonServer server, LoopbackTmdb tmdb, LibraryOnDisk library) =>
        (Server, Tmdb, Library) = (server, tmdb, library);

    public ColophonServer Server { get; }

    public LoopbackTmdb Tmdb { get; }

    public LibraryOnDisk Library { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="known">What TMDB knows.</param>
    /// <param name="options">Of the library.</param>
    public static async Task<Cinema> OpenAsync(
        IEnumerable<LoopbackFilm> known,
        object? options = null,
        TimeProvider? clock = null
    )
    {
        var server = await ColophonServer.StartAsync(clock);
        var tmdb = await LoopbackTmdb.StartAsync(known);
        var cinema = new Cinema(server, tmdb, await server.Library("films").AddAsync(options, LibraryTypes.Movie));
        await cinema.SwitchOnAsync();
        return cinema;
    }

    public Task<JsonNode> SwitchOnAsync() =>
        Server.Admin.PutAsync(
            "/api/providers/tmdb",
            new
            {
                enabled = true,
                address = Tmdb.Address,
                key = "0123456789abcdef0123456789abcdef",
                limit = new { requests = 0, seconds = 1 },
            }
        );

    /// <summary>A folder of its own with a film, and an NFO where one is given.</summary>
    public Cinema With(string folder, string? nfo = null)
    {
        Library.With($"{folder}/{folder}.mkv", Films.Film());
        if (nfo is not null)
            Library.With($"{folder}/movie.nfo", nfo);
        return this;
    }

    public async Task<JsonNode> ScanAsync(object? options = null)
    {
        (await Library.ScanAsync(options)).Status().ShouldBe("completed");
        return await Library.LastScanAsync();
    }

    public async Task<IReadOnlyList<JsonNode>> MoviesAsync()
    {
        var list = await Server.Admin.GetAsync($"/api/movies?library_id={Library.Id}&sort=title");
        var movies = new List<JsonNode>();
        foreach (var movie in list["movies"]!.AsArray())
            movies.Add(await Server.Admin.GetAsync($"/api/movies/{movie!["id"]}"));
        return movies;
    }

    public async Task<JsonNode> OnlyMovieAsync() => (await MoviesAsync()).ShouldHaveSingleItem();

    public async Task<IReadOnlyList<JsonNode>> AssetsAsync(JsonNode movie) =>
        [
            .. (await Server.Admin.GetAsync($"/api/items/{movie["id"]}/assets"))["assets"]!
                .AsArray()
                .Select(asset => asset!),
        ];

    public Task<JsonNode> IdentityAsync(JsonNode movie) => Server.Admin.GetAsync($"/api/items/{movie["id"]}/identity");

    /// <summary>Until no job is left that could do anything now.</summary>
    public Task QuietAsync() =>
        JobProbe.Until(
            async () =>
                (long)
                    (
                        await Server.Admin.GetAsync(
                            "/api/jobs?status=pending&status=in_progress&type=enrich-metadata&type=fetch-provider-assets&type=select-assets&limit=1"
                        )
                    )["total"]! == 0,
            "all jobs have ended",
            Token
        );

    public async ValueTask DisposeAsync()
    {
        await Tmdb.DisposeAsync();
        await Server.DisposeAsync();
    }
}
