using Colophon.Server.Tests.Books;
using Colophon.Server.Tests.Enrichment;
using Colophon.Server.Tests.Scanning;
using Colophon.Server.Tests.Video;
using Colophon.Testing;
using Colophon.Testing.Loopback;
using static Colophon.Server.Tests.Publishing.PublishedCinema;

namespace Colophon.Server.Tests.Publishing;

/// <summary>From the pictures of a provider to files beside the film, and back.</summary>
[Trait("Req", "C20")]
public sealed class PublishTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_written_where_nobody_asked_for_it()
    {
        await using var cinema = await ScannedAsync();

        cinema.Library.Names(Folder).ShouldBe([$"{Folder}.mkv"]);
        (await cinema.Library.PlanAsync()).ShouldBeEmpty();
        var refused = await cinema.Server.Admin.SendAsync("POST", $"/api/libraries/{cinema.Library.Id}/publish");
        refused.ExpectProblem(409, "wrong_state");
    }

    [Fact]
    public async Task An_unknown_program_is_refused()
    {
        await using var cinema = await Cinema.OpenAsync([]);

        var refused = await cinema.Server.Admin.SendAsync(
            "PATCH",
            $"/api/libraries/{cinema.Library.Id}",
            new { options = new { publish = "xbmc" } }
        );

        refused.ExpectProblem(400, "validation_failed").Detail!.ShouldContain("off, kodi, jellyfin, plex");
    }

    [Fact]
    public async Task A_plan_says_what_publishing_does_and_writes_nothing()
    {
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");

        var plan = await cinema.Library.PlanAsync();
        var before = cinema.Library.Names(Folder);
        var run = await cinema.Library.PublishAsync();

        before.ShouldBe([$"{Folder}.mkv"]);
        plan.Select(file => file["action"].Text()).ShouldAllBe(action => action == "write");
        var names = cinema.Library.Names(Folder);
        names.ShouldBe(
            plan.Select(file => Path.GetFileName(file["path"].Text()!))
                .Append($"{Folder}.mkv")
                .Order(StringComparer.Ordinal)
        );
        names.ShouldContain($"{Folder}.nfo");
        names.Count(name => name.StartsWith("poster.", StringComparison.Ordinal)).ShouldBe(1);
        run.Numbers("written", "removed", "kept", "failed").ShouldBe([plan.Count, 0, 0, 0]);
        (await cinema.Library.PlanAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_published_is_no_news_to_a_scan()
    {
        await using var cinema = await ScannedAsync();
        var unpublished = await cinema.ScanAsync(new { force = true });
        await cinema.Library.PublishForAsync("jellyfin");
        await cinema.Library.PublishAsync();
        var movie = await cinema.OnlyMovieAsync();
        var assets = await cinema.AssetsAsync(movie);

        var scan = await cinema.ScanAsync();
        (await cinema.OnlyMovieAsync()).ToJsonString().ShouldBe(movie.ToJsonString());
        var forced = await cinema.ScanAsync(new { force = true });

        scan.Numbers("directories_unchanged", "items_new", "items_updated", "assets_queued").ShouldBe([1, 0, 0, 0]);
        forced
            .Numbers("items_found", "items_new", "items_updated", "assets_queued")
            .ShouldBe(unpublished.Numbers("items_found", "items_new", "items_updated", "assets_queued"));
        (await cinema.AssetsAsync(movie)).Count.ShouldBe(assets.Count);
    }

    [Fact]
    public async Task An_item_is_published_when_a_value_or_a_picture_of_it_changes()
    {
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        var movie = await cinema.OnlyMovieAsync();

        await cinema.Server.Admin.PatchAsync($"/api/movies/{movie["id"]}", new { tagline = "Listen." });
        await JobProbe.Until(
            () =>
                cinema.Library.Names(Folder).Contains($"{Folder}.nfo")
                && File.ReadAllText(PathOf(cinema, $"{Folder}.nfo")).Contains("Listen.", StringComparison.Ordinal),
            "the NFO says it",
            Token
        );
        await cinema.Library.PublishedAsync();
        cinema.Library.Names(Folder).ShouldContain(name => name.StartsWith("poster.", StringComparison.Ordinal));
        foreach (var poster in (await cinema.AssetsAsync(movie)).Where(asset => asset["type"].Text() == "poster"))
            await cinema.Server.Admin.DeleteAsync($"/api/assets/{poster["id"]}");
        await cinema.Library.PublishedAsync();

        cinema.Library.Names(Folder).ShouldNotContain(name => name.StartsWith("poster.", StringComparison.Ordinal));
        cinema.Library.Names(Folder).ShouldContain(name => name.StartsWith("fanart.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_library_that_writes_sidecars_too_has_one_NFO_and_switching_publishing_to_Plex_leaves_it()
    {
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        await cinema.Server.Admin.PatchAsync(
            $"/api/libraries/{cinema.Library.Id}",
            new { options = new { write_sidecars = true } }
        );
        var movie = await cinema.OnlyMovieAsync();
        await cinema.Server.Admin.PatchAsync($"/api/movies/{movie["id"]}", new { tagline = "Listen." });
        await cinema.Server.SettledJobsAsync(cinema.Library);
        await cinema.Library.PublishedAsync();

        (await cinema.Library.PlanAsync()).ShouldBeEmpty();
        await cinema.Library.PublishForAsync("plex");
        var run = await cinema.Library.PublishAsync();

        run.Numbers("failed").ShouldBe([0]);
        (await cinema.Library.FilesAsync(run)).ShouldNotContain(file => file["content"].Text() == "nfo");
        File.ReadAllText(PathOf(cinema, $"{Folder}.nfo")).ShouldContain("Listen.");
        (await cinema.ScanAsync()).Numbers("directories_unchanged").ShouldBe([1]);
    }

    [Fact]
    public async Task A_person_s_file_stays_and_is_told_of()
    {
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        var poster = (await cinema.Library.PlanAsync())
            .Single(file => file["content"].Text() == "poster")["path"]
            .Text()!;
        await File.WriteAllTextAsync(poster, "mine", Token);
        await File.WriteAllTextAsync(PathOf(cinema, $"{Folder}.nfo"), "<movie><title>Mine</title></movie>", Token);

        var run = await cinema.Library.PublishAsync();

        (await File.ReadAllTextAsync(poster, Token)).ShouldBe("mine");
        (await File.ReadAllTextAsync(PathOf(cinema, $"{Folder}.nfo"), Token)).ShouldContain("Mine");
        run.Numbers("kept", "failed").ShouldBe([2, 0]);
        (await cinema.Library.FilesAsync(run))
            .Where(file => file["state"].Text() == "kept")
            .Select(file => file["content"].Text())
            .Order()
            .ShouldBe(["nfo", "poster"]);
    }

    [Fact]
    public async Task A_person_s_picture_in_another_format_stands_for_the_same()
    {
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        var poster = (await cinema.Library.PlanAsync())
            .Single(file => file["content"].Text() == "poster")["path"]
            .Text()!;
        await File.WriteAllTextAsync(Path.ChangeExtension(poster, ".webp"), "mine", Token);

        var run = await cinema.Library.PublishAsync();

        run.Numbers("kept").ShouldBe([1]);
        cinema.Library.Names(Folder).ShouldNotContain(Path.GetFileName(poster));
    }

    [Fact]
    public async Task For_another_program_the_names_change_and_what_is_not_wanted_goes()
    {
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        await cinema.Library.PublishAsync();
        await cinema.Library.PublishForAsync("plex");

        var run = await cinema.Library.PublishAsync();

        var names = cinema.Library.Names(Folder);
        names.ShouldNotContain($"{Folder}.nfo");
        names.ShouldContain(name => name.StartsWith("fanart.", StringComparison.Ordinal));
        ((long)run["removed"]!).ShouldBeGreaterThan(0);
        await cinema.Library.PublishForAsync("jellyfin");
        await cinema.Library.PublishAsync();
        names = cinema.Library.Names(Folder);
        names.ShouldContain($"{Folder}.nfo");
        names.ShouldNotContain(name => name.StartsWith("fanart.", StringComparison.Ordinal));
        names.ShouldContain(name => name.StartsWith("backdrop.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_file_that_cannot_be_written_holds_up_no_other()
    {
        // "-poster.jpg" is too much for a name of 255 bytes.
        var stem = new string('r', 250);
        await using var cinema = await Cinema.OpenAsync([River, new LoopbackFilm(604, "Other", 2000)]);
        cinema
            .Library.With($"{stem}.mkv", Films.Film())
            .With($"{stem}.nfo", """<movie><title>R</title><uniqueid type="tmdb">603</uniqueid></movie>""")
            .With("Other (2000).mkv", Films.Film());
        await cinema.ScanAsync();
        await cinema.QuietAsync();
        await cinema.Library.PublishForAsync("kodi");

        var run = await cinema.Library.PublishAsync();

        var failed = (await cinema.Library.FilesAsync(run)).Where(file => file["state"].Text() == "failed").ToList();
        failed.ShouldNotBeEmpty();
        failed.ShouldAllBe(file => file["reason"].Text() == "File name too long");
        cinema
            .Library.Names(".")
            .ShouldContain(name => name.StartsWith("Other (2000)-poster.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_folder_that_takes_no_file_publishing_fails_and_says_why()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write everywhere.");
        await using var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        File.SetUnixFileMode(cinema.Library.PathOf(Folder), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var run = await cinema.Library.PublishAsync();

            run.Numbers("written").ShouldBe([0]);
            (await cinema.Library.FilesAsync(run)).ShouldAllBe(file => file["reason"].Text()!.Contains("denied"));
        }
        finally
        {
            File.SetUnixFileMode(
                cinema.Library.PathOf(Folder),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    private static string PathOf(Cinema cinema, string name) => cinema.Library.PathOf($"{Folder}/{name}");
}
