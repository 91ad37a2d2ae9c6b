using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using static Colophon.Server.Tests.Video.Films;

namespace Colophon.Server.Tests.Nfo;

/// <summary>What people say of films and shows is put into the NFO beside them, when the library says so.</summary>
public sealed class NfoWritingTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Stalker = "Stalker (1979)/Stalker (1979)";

    private const string Nfo = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <!-- kept by hand -->
        <movie>
          <title>Stalker</title>
          <plot>Three men.</plot>
          <watchedwith>Anna</watchedwith>
          <actor><name>Alisa Freindlich</name><role>Wife</role><thumb>https://example.org/a.jpg</thumb></actor>
        </movie>
        """;

    [Fact]
    [Trait("Req", "B7")]
    public async Task An_edit_changes_its_own_element_and_nothing_else()
    {
        var library = await AddAsync(
            server.Library("edit").With($"{Stalker}.mkv", Film()).With($"{Stalker}.nfo", Nfo),
            new { write_sidecars = true }
        );
        await library.ScanAsync();
        var movie = await OnlyAsync("movies", library);
        Read(library, $"{Stalker}.nfo").ShouldBe(Nfo);

        await server.Admin.PatchAsync(
            $"/api/movies/{movie["id"]}",
            new { tagline = "Enter the Zone.", genres = new[] { "Drama", "Science Fiction" } }
        );
        await JobProbe.Until(
            () => Read(library, $"{Stalker}.nfo").Contains("Zone", StringComparison.Ordinal),
            "the NFO is written",
            Token
        );

        var written = Read(library, $"{Stalker}.nfo");
        foreach (var line in Nfo.Split('\n').Where(line => !line.Contains("movie>", StringComparison.Ordinal)))
            written.ShouldContain(line.Trim());
        written.ShouldContain("<tagline>Enter the Zone.</tagline>");
        written.ShouldContain("<genre>Science Fiction</genre>");
        await library.ScanAsync(new { force = true });
        var after = await server.Admin.GetAsync($"/api/movies/{movie["id"]}");
        (after["tagline"].Text(), after["description"].Text()).ShouldBe(("Enter the Zone.", "Three men."));
        Read(library, $"{Stalker}.nfo").ShouldBe(written);
    }

    [Fact]
    [Trait("Req", "B7")]
    public async Task A_library_that_does_not_say_so_keeps_its_NFOs_as_they_are()
    {
        var library = await AddAsync(
            server.Library("off").With($"{Stalker}.mkv", Film()).With($"{Stalker}.nfo", Nfo),
            new { }
        );
        await library.ScanAsync();
        var movie = await OnlyAsync("movies", library);

        await server.Admin.PatchAsync($"/api/movies/{movie["id"]}", new { tagline = "Enter the Zone." });
        await library.ScanAsync();

        Read(library, $"{Stalker}.nfo").ShouldBe(Nfo);
    }

    [Fact]
    public async Task A_show_a_season_and_an_episode_without_an_NFO_get_one_where_programs_look()
    {
        var library = await AddAsync(
            server.Library("shows").With("Utopia/Season 1/Utopia S01E02.mkv", Film()),
            new { write_sidecars = true },
            LibraryTypes.Tv
        );
        await library.ScanAsync();
        var show = await OnlyAsync("shows", library);
        var episode = await OnlyAsync("episodes", library);

        await server.Admin.PatchAsync($"/api/shows/{show["id"]}", new { description = "A comic." });
        await server.Admin.PatchAsync($"/api/seasons/{episode["season_id"]}", new { title = "The First" });
        await server.Admin.PatchAsync($"/api/episodes/{episode["id"]}", new { title = "Where is Jessica Hyde?" });

        await JobProbe.Until(
            () =>
                Read(library, "Utopia/tvshow.nfo").Contains("<plot>A comic.</plot>", StringComparison.Ordinal)
                && Read(library, "Utopia/Season 1/season.nfo")
                    .Contains("<title>The First</title>", StringComparison.Ordinal)
                && Read(library, "Utopia/Season 1/Utopia S01E02.nfo").Contains("Jessica", StringComparison.Ordinal),
            "the NFOs are written",
            Token
        );
        Read(library, "Utopia/Season 1/Utopia S01E02.nfo").ShouldContain("<episode>2</episode>");
        await library.ScanAsync();
        (await library.LastScanAsync()).Numbers("directories_unchanged").ShouldBe([1]);
    }

    [Fact]
    public async Task An_NFO_that_cannot_be_changed_without_loss_stays_and_the_log_says_so()
    {
        const string Refused = "<!DOCTYPE movie><movie><title>Stalker</title></movie>";
        var library = await AddAsync(
            server.Library("refused").With($"{Stalker}.mkv", Film()).With($"{Stalker}.nfo", Refused),
            new { write_sidecars = true }
        );
        await library.ScanAsync();
        var movie = await OnlyAsync("movies", library);

        await server.Admin.PatchAsync($"/api/movies/{movie["id"]}", new { tagline = "No." });

        await JobProbe.Until(
            async () =>
            {
                var jobs = await server.Admin.GetAsync(
                    $"/api/jobs?type=write-sidecar&library_id_or_global={library.Id}"
                );
                if (jobs["jobs"]!.AsArray() is not [{ } job, ..] || job["status"].Text() != "completed")
                    return false;
                var log = await server.Admin.GetAsync($"/api/jobs/{job["id"]}/logs?level=warn");
                return log.ToJsonString().Contains("without loss", StringComparison.Ordinal);
            },
            "the log tells of it",
            Token
        );
        Read(library, $"{Stalker}.nfo").ShouldBe(Refused);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<LibraryOnDisk> AddAsync(
        LibraryOnDisk library,
        object options,
        string type = LibraryTypes.Movie
    ) => library.AddAsync(options, type);

    private static string Read(LibraryOnDisk library, string path) =>
        new FileInfo(library.PathOf(path)) is { Exists: true } file ? File.ReadAllText(file.FullName) : "";

    private async Task<JsonNode> OnlyAsync(string kind, LibraryOnDisk library) =>
        (await server.Admin.GetAsync($"/api/{kind}?library_id={library.Id}"))[kind]!.AsArray().ShouldHaveSingleItem()!;
}
