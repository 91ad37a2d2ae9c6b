using System.Text.Json.Nodes;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Video;

namespace Colophon.Server.Tests.Movies;

/// <summary>What lies beside films: trailers, subtitles, sound tracks and themes.</summary>
public sealed class MovieAssetTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private const string Folder = "Alien (1979)";
    private const string Cue = "1\n00:00:01,000 --> 00:00:02,000\nIn space no one can hear you scream.\n";

    private static byte[] Film => MkvBuilder.Titled("").Lasting(60).Track(1, "V_MPEG4/ISO/AVC").Build();

    private static byte[] Music => [.. "ID3"u8, 3, 0, 0, 0, 0, 0, 0];

    [Fact]
    [Trait("Req", "C4")]
    [Trait("Req", "C5")]
    public async Task Subtitles_and_theme_music_are_cached_and_films_beside_the_film_are_only_noted()
    {
        var library = await AddAsync(
            server
                .Library("all")
                .With($"{Folder}/{Folder}.mkv", Film)
                .With($"{Folder}/{Folder}.de.forced.srt", Cue)
                .With($"{Folder}/Subs/2_English.srt", Cue + "2")
                .With($"{Folder}/{Folder}.fr.ac3", new byte[64])
                .With($"{Folder}/{Folder}-trailer.mkv", Film)
                .With($"{Folder}/trailers/Teaser.mkv", Film)
                .With($"{Folder}/theme.mp3", Music)
                .With($"{Folder}/backdrops/Loop.mkv", Film)
        );

        var scan = await library.ScanAsync();

        scan.Status().ShouldBe("completed");
        var assets = await AssetsAsync(library);
        assets
            .Select(asset => $"{asset!["type"]} {asset["origin"]} {asset["language"]}".TrimEnd())
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                $"audio path:{Folder}.fr.ac3 fr",
                $"subtitle path:{Folder}.de.forced.srt de",
                "subtitle path:Subs/2_English.srt en",
                "theme path:backdrops/Loop.mkv",
                "theme path:theme.mp3",
                $"trailer path:{Folder}-trailer.mkv",
                "trailer path:trailers/Teaser.mkv",
            ]);
        assets
            .Where(asset => asset!["cache_path"] is not null)
            .Select(asset => Path.GetFileName(asset!["cache_path"].Text()!).Split('_')[0])
            .Order(StringComparer.Ordinal)
            .ShouldBe(["subtitle", "subtitle", "theme"]);
        (await library.LastScanAsync()).Numbers("assets_queued", "assets_cached", "assets_failed").ShouldBe([3, 3, 0]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task Subtitles_and_sound_tracks_beside_a_video_are_among_its_streams()
    {
        var library = await AddAsync(
            server
                .Library("streams")
                .With($"{Folder}/{Folder}.mkv", Film)
                .With($"{Folder}/{Folder}.Directors Notes.en.sdh.srt", Cue)
                .With($"{Folder}/{Folder}.fr.ac3", new byte[64])
        );

        await library.ScanAsync();

        var streams = await StreamsAsync(library);
        streams
            .Select(Said)
            .ShouldBe(["0 video h264 en", "1 audio ac3 fr", "2 subtitle subrip en hearing-impaired Directors Notes"]);
        streams
            .Select(stream => stream!["external_path"].Text())
            .ShouldBe([
                null,
                library.PathOf($"{Folder}/{Folder}.fr.ac3"),
                library.PathOf($"{Folder}/{Folder}.Directors Notes.en.sdh.srt"),
            ]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task A_subtitle_that_came_or_went_shows_though_its_video_is_as_it_was()
    {
        var library = await AddAsync(
            server.Library("changed").With($"{Folder}/{Folder}.mkv", Film).With($"{Folder}/{Folder}.de.srt", Cue)
        );
        await library.ScanAsync();

        library.With($"{Folder}/{Folder}.en.forced.srt", Cue).Without($"{Folder}/{Folder}.de.srt");
        await library.ScanAsync();

        (await StreamsAsync(library)).Select(Said).ShouldBe(["0 video h264 en", "1 subtitle subrip en forced"]);
        (await AssetsAsync(library)).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task A_subtitle_belongs_to_the_version_or_the_extra_it_is_named_after()
    {
        var library = await AddAsync(
            server
                .Library("versions")
                .With($"{Folder}/{Folder} - 2160p.mkv", Film)
                .With($"{Folder}/{Folder} - 1080p.mkv", Film)
                .With($"{Folder}/Featurettes/Making.mkv", Film)
                .With($"{Folder}/{Folder} - 1080p.de.srt", Cue)
                .With($"{Folder}/{Folder}.en.srt", Cue)
                .With($"{Folder}/Featurettes/Making.fr.srt", Cue)
                .With($"{Folder}/Another Film.it.srt", Cue)
        );

        await library.ScanAsync();

        (await OnlyMovieAsync(library))["files"]!
            .AsArray()
            .Select(file =>
                $"{file!["name"]}: {string.Join(' ', file["streams"]!.AsArray().Select(stream => stream!["language"].Text()).OfType<string>())}"
            )
            .ShouldBe(["2160p: en en", "1080p: en de", "Making: en fr"]);
    }

    [Fact]
    [Trait("Req", "C4")]
    public async Task In_a_folder_of_several_films_only_what_is_named_after_one_is_its()
    {
        var library = await AddAsync(
            server
                .Library("several")
                .With("Stalker (1979).mkv", Film)
                .With("Solaris (1972).mkv", Film)
                .With("Stalker (1979).en.srt", Cue)
                .With("Stalker (1979)-trailer.mkv", Film)
                .With("French.srt", Cue)
                .With("theme.mp3", Music)
        );

        await library.ScanAsync();

        var movies = (await server.Admin.GetAsync($"/api/movies?library_id={library.Id}"))["movies"]!.AsArray();
        var (solaris, stalker) = (movies[0]!["id"], movies[1]!["id"]);
        (await server.Admin.GetAsync($"/api/items/{solaris}/assets"))["assets"]!.AsArray().ShouldBeEmpty();
        (await server.Admin.GetAsync($"/api/items/{stalker}/assets"))["assets"]!
            .AsArray()
            .Select(asset => asset!["origin"].Text())
            .Order(StringComparer.Ordinal)
            .ShouldBe(["path:Stalker (1979)-trailer.mkv", "path:Stalker (1979).en.srt"]);
        (await server.Admin.GetAsync($"/api/movies/{stalker}"))["files"]![0]!["streams"]![1]!
            ["external_path"]
            .Text()
            .ShouldBe(library.PathOf("Stalker (1979).en.srt"));
    }

    [Fact]
    [Trait("Req", "C5")]
    public async Task A_subtitle_that_the_cache_lost_is_cached_again()
    {
        var library = await AddAsync(
            server
                .Library("lost")
                .With($"{Folder}/{Folder}.mkv", Film)
                .With($"{Folder}/Subs/2_English.srt", Cue + "lost")
        );
        await library.ScanAsync();
        var path = Path.Combine(server.DataFolder, (await AssetsAsync(library))[0]!["cache_path"].Text()!);
        File.Delete(path);

        await server.Database.WriteAsync(
            commit => commit.Insert([JobRequest.For(JobTypes.ScrubCache, JobQueues.General, new LibraryJobData(null))]),
            TestContext.Current.CancellationToken
        );

        await JobProbe.Until(
            async () => FileProbe.Look(path).IsFile && (await AssetsAsync(library))[0]!["cache_path"] is not null,
            "the subtitle in the cache again",
            TestContext.Current.CancellationToken
        );
    }

    [Theory]
    [Trait("Req", "C5")]
    [Trait("Req", "C8")]
    [InlineData("page", "<!doctype html><script>alert(1)</script>")]
    [InlineData("empty", "")]
    [InlineData("matroska", "\u001A\u0045\u00DF\u00A3")]
    public async Task What_is_no_subtitle_is_an_error_of_the_scan_and_is_not_kept(string name, string content)
    {
        var library = await AddAsync(
            server
                .Library(name)
                .With($"{Folder}/{Folder}.mkv", Film)
                .With($"{Folder}/{Folder}.en.srt", System.Text.Encoding.Latin1.GetBytes(content))
        );

        (await library.ScanAsync()).Status().ShouldBe("completed");

        var scan = await library.LastScanAsync();
        scan.Numbers("assets_queued", "assets_failed", "errors_count").ShouldBe([1, 1, 1]);
        (await server.Admin.GetAsync($"/api/scans/{scan["id"]}/errors"))["errors"]![0]!
            ["code"]
            .Text()
            .ShouldBe("asset.not_a_subtitle");
        (await AssetsAsync(library))[0]!["cache_path"].ShouldBeNull();
    }

    [Fact]
    [Trait("Req", "C5")]
    public async Task A_video_called_theme_music_is_refused()
    {
        var library = await AddAsync(
            server.Library("theme").With($"{Folder}/{Folder}.mkv", Film).With($"{Folder}/theme.mp3", Film)
        );

        await library.ScanAsync();

        var scan = await library.LastScanAsync();
        (await server.Admin.GetAsync($"/api/scans/{scan["id"]}/errors"))["errors"]![0]!
            ["code"]
            .Text()
            .ShouldBe("asset.not_music");
    }

    [Fact]
    [Trait("Req", "C5")]
    public async Task A_subtitle_is_given_to_be_saved_and_never_to_be_shown()
    {
        var library = await AddAsync(
            server.Library("saved").With($"{Folder}/{Folder}.mkv", Film).With($"{Folder}/{Folder}.en.srt", Cue)
        );
        await library.ScanAsync();
        var id = (await AssetsAsync(library))[0]!["id"];

        var answer = await server.Admin.SendAsync("GET", $"/api/assets/{id}/image");

        (answer.Status, answer.ContentType, answer.Body).ShouldBe((200, "application/octet-stream", Cue));
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["Content-Disposition"].ShouldStartWith("attachment;");
    }

    [Fact]
    [Trait("Req", "C5")]
    public async Task A_trailer_can_be_refused_though_no_copy_of_it_is_kept()
    {
        var library = await AddAsync(
            server.Library("refused").With($"{Folder}/{Folder}.mkv", Film).With($"{Folder}/trailer.mkv", Film)
        );
        await library.ScanAsync();
        var id = (await AssetsAsync(library))[0]!["id"];

        await server.Admin.DeleteAsync($"/api/assets/{id}");

        ((bool)(await AssetsAsync(library))[0]!["rejected"]!).ShouldBeTrue();
    }

    private static string Said(JsonNode? stream) =>
        string.Join(
            ' ',
            new[]
            {
                stream!["index"]!.ToString(),
                stream["type"].Text(),
                stream["codec"].Text(),
                stream["language"].Text(),
                (bool)stream["forced"]! ? "forced" : null,
                (bool)stream["hearing_impaired"]! ? "hearing-impaired" : null,
                stream["title"].Text(),
            }.OfType<string>()
        );

    private static Task<LibraryOnDisk> AddAsync(LibraryOnDisk library) => library.AddAsync(type: LibraryTypes.Movie);

    private async Task<JsonNode> OnlyMovieAsync(LibraryOnDisk library)
    {
        var movies = await server.Admin.GetAsync($"/api/movies?library_id={library.Id}");
        return await server.Admin.GetAsync($"/api/movies/{movies["movies"]!.AsArray().ShouldHaveSingleItem()!["id"]}");
    }

    private async Task<JsonArray> StreamsAsync(LibraryOnDisk library) =>
        (await OnlyMovieAsync(library))["files"]![0]!["streams"]!.AsArray();

    private async Task<JsonArray> AssetsAsync(LibraryOnDisk library) =>
        (await server.Admin.GetAsync($"/api/items/{(await OnlyMovieAsync(library))["id"]}/assets"))[
            "assets"
        ]!.AsArray();
}
