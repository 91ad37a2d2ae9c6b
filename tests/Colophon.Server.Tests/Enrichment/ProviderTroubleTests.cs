using System.Net;
using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>Whatever a provider does, the library works, nothing is lost, and what is missing goes on by itself.</summary>
[Trait("Req", "C17")]
[Trait("Req", "C20")]
public sealed class ProviderTroubleTests
{
    private static readonly LoopbackFilm River = new(603, "The Silent River", 1999);
    private static readonly LoopbackFilm[] Ten =
    [
        .. Enumerable
            .Range(1, 10)
            .Select(id => new LoopbackFilm(id, $"{GeneratedNames.Noun(id)} {Roman(id)}", 1980 + id)),
    ];

    private readonly TestClock clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_provider_that_is_down_holds_up_no_scan_and_is_told_of_once()
    {
        await using var cinema = await Cinema.OpenAsync(Ten, clock: clock);
        cinema.Server.Log.Expect("It is left alone for");
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Of(HttpStatusCode.InternalServerError, "{}"));
        foreach (var film in Ten)
            cinema.With($"{film.Title} ({film.Year})");

        var scan = await ScanWithRetriesAsync(cinema);

        var numbers = scan.Numbers("enrichment_queued", "enrichment_completed", "enrichment_failed", "errors_count");
        numbers.ShouldBe([10, 10, 0, 0]);
        ((long)scan["enrichment_deferred"]!).ShouldBe(10);
        scan["warnings"]!.AsArray().ShouldHaveSingleItem()!["code"].Text().ShouldBe("provider_waits");
        cinema.Server.Log.Lines.Count(line => line.Contains("left alone")).ShouldBe(1);
        (await cinema.MoviesAsync()).Count.ShouldBe(10);
        cinema.Tmdb.Server.Requests.Count.ShouldBeLessThan(40);
        (await ProviderAsync(cinema))["state"]!["status"].Text().ShouldBe("down");
    }

    [Fact]
    public async Task What_was_put_off_goes_on_by_itself_when_the_provider_is_back()
    {
        await using var cinema = await Cinema.OpenAsync(Ten, clock: clock);
        cinema.Server.Log.Expect("It is left alone for");
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Of(HttpStatusCode.BadGateway, "{}"));
        foreach (var film in Ten)
            cinema.With($"{film.Title} ({film.Year})");
        await ScanWithRetriesAsync(cinema);

        cinema.Tmdb.Server.Break(null);
        await TurnUntilAsync(
            async () => (await cinema.MoviesAsync()).All(movie => movie["state"].Text() == "enriched"),
            "all are enriched"
        );

        (await ProviderAsync(cinema))["state"]!["status"].Text().ShouldBe("ready");
    }

    [Fact]
    public async Task A_refused_key_stops_all_requests_until_there_is_another()
    {
        await using var cinema = await Cinema.OpenAsync(Ten, clock: clock);
        cinema.Server.Log.Expect("does not accept the key");
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Of(HttpStatusCode.Unauthorized, """{"status_code":7}"""));
        foreach (var film in Ten)
            cinema.With($"{film.Title} ({film.Year})");

        var scan = await cinema.ScanAsync();

        scan.Numbers("enrichment_queued", "enrichment_completed", "errors_count").ShouldBe([10, 10, 0]);
        var asked = cinema.Tmdb.Server.Requests.Count;
        asked.ShouldBeLessThanOrEqualTo(17);
        (await ProviderAsync(cinema))["state"]!["status"].Text().ShouldBe("key_refused");
        clock.Advance(TimeSpan.FromHours(2));
        cinema.Tmdb.Server.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task What_waits_for_a_key_goes_on_when_there_is_another()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Server.Log.Expect("does not accept the key");
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Of(HttpStatusCode.Unauthorized, """{"status_code":7}"""));
        await cinema.With("The Silent River (1999)").ScanAsync();
        (await cinema.OnlyMovieAsync())["state"].Text().ShouldBe("discovered");

        cinema.Tmdb.Server.Break(null);
        await cinema.SwitchOnAsync();
        clock.Advance(TimeSpan.FromHours(1));
        await cinema.QuietAsync();

        (await cinema.OnlyMovieAsync())["state"].Text().ShouldBe("enriched");
    }

    [Fact]
    public async Task A_person_who_asks_again_with_another_key_need_not_wait()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Server.Log.Expect("does not accept the key");
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Of(HttpStatusCode.Unauthorized, """{"status_code":7}"""));
        await cinema.With("The Silent River (1999)").ScanAsync();

        cinema.Tmdb.Server.Break(null);
        await cinema.SwitchOnAsync();
        await cinema.Server.Admin.PostAsync($"/api/items/{(await cinema.OnlyMovieAsync())["id"]}/enrich");
        await cinema.QuietAsync();

        (await cinema.OnlyMovieAsync())["state"].Text().ShouldBe("enriched");
    }

    [Fact]
    public async Task Too_many_requests_wait_as_long_as_the_provider_says()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        var refusals = 2;
        cinema.Tmdb.Server.Break(_ =>
            Interlocked.Decrement(ref refusals) >= 0 ? LoopbackAnswer.TooMany(TimeSpan.FromSeconds(20)) : null
        );
        await cinema.With("The Silent River (1999)").Library.StartScanAsync();
        await AskedAsync(cinema, 1);

        clock.Advance(TimeSpan.FromSeconds(15));
        cinema.Tmdb.Server.Requests.Count.ShouldBe(1);
        await TurnUntilAsync(
            async () => (await cinema.OnlyMovieAsync())["state"].Text() == "enriched",
            "it is enriched"
        );

        var scan = await cinema.Library.LastScanAsync();
        scan.Numbers("enrichment_failed", "enrichment_deferred", "errors_count").ShouldBe([0, 0, 0]);
    }

    [Fact]
    public async Task A_provider_that_limits_and_says_to_ask_at_once_is_not_asked_in_a_circle()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.TooMany(TimeSpan.Zero));
        await cinema.With("The Silent River (1999)").Library.StartScanAsync();
        await AskedAsync(cinema, 1);

        for (var looks = 0; looks < 20; looks++)
            await cinema.MoviesAsync();

        cinema.Tmdb.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>a page</html>")]
    [InlineData("{\"id\": 603, \"title\": ")]
    [InlineData("")]
    public async Task An_answer_that_is_no_JSON_fails_after_five_tries_with_one_entry(string answer)
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Html(answer));

        var scan = await ScanWithRetriesAsync(cinema.With("The Silent River (1999)"));

        scan.Numbers("enrichment_queued", "enrichment_completed", "enrichment_failed", "errors_count")
            .ShouldBe([1, 1, 1, 1]);
        var movie = await cinema.OnlyMovieAsync();
        movie["state"].Text().ShouldBe("enrichment_failed");
        cinema.Tmdb.Server.Requests.Count.ShouldBe(5);
        var error = (await cinema.Server.Admin.GetAsync($"/api/scans/{scan["id"]}/errors"))["errors"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        (error["code"].Text(), (long)error["attempts"]!, (long)error["item_id"]!).ShouldBe(
            ("provider_refused", 5, (long)movie["id"]!)
        );
    }

    [Fact]
    public async Task A_failed_step_is_done_again_when_a_person_retries_it()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Html("<html>"));
        var scan = await ScanWithRetriesAsync(cinema.With("The Silent River (1999)"));
        cinema.Tmdb.Server.Break(null);
        var failed = (await cinema.Server.Admin.GetAsync("/api/jobs?type=enrich-metadata&status=failed"))["jobs"]!
            .AsArray()
            .ShouldHaveSingleItem()!;

        await cinema.Server.Admin.PostAsync($"/api/jobs/{failed["id"]}/retry");
        await cinema.QuietAsync();

        (await cinema.OnlyMovieAsync())["state"].Text().ShouldBe("enriched");
        (await cinema.Server.Admin.GetAsync($"/api/scans/{scan["id"]}"))
            .Numbers("enrichment_completed", "errors_count")
            .ShouldBe([1, 0]);
    }

    [Fact]
    public async Task What_no_line_may_hold_is_taken_out_of_what_a_provider_says()
    {
        var odd = River with
        {
            Tagline = $"One\u0001line\nand\u2028another {new string('x', 100_000)}",
            Studio = "A\u0007 Studio",
            Cast = [("Ada\u0002 Müller", "The\nkeeper")],
        };
        await using var cinema = await Cinema.OpenAsync([odd], clock: clock);

        await cinema.With("The Silent River (1999)").ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        movie["tagline"].Text()!.Length.ShouldBeLessThanOrEqualTo(1000);
        movie["tagline"].Text().ShouldStartWith("One");
        var actor = movie["people"]!.AsArray().First(person => person!["role"].Text() == "actor")!;
        string?[] told =
        [
            movie["tagline"].Text(),
            $"{movie["studios"]![0]}",
            actor["name"].Text(),
            actor["character"].Text(),
        ];
        told.ShouldAllBe(text => !text!.Any(char.IsControl));
        (actor["name"].Text(), actor["character"].Text()).ShouldBe(("Ada Müller", "The keeper"));
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var elsewhere = await LoopbackServer.StartAsync();
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.To($"{elsewhere.Address}movie/603"));

        var scan = await ScanWithRetriesAsync(cinema.With("The Silent River (1999)"));

        elsewhere.Requests.ShouldBeEmpty();
        scan["last_error"].Text().ShouldNotBeNull().ShouldContain("none of its hosts");
    }

    [Theory]
    [InlineData("a page", "<html><body>Not a picture</body></html>")]
    [InlineData("a drawing with a script", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("nothing", "")]
    public async Task What_is_no_picture_is_refused_with_its_reason(string what, string content)
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Tmdb.Server.Break(request =>
            request.Path.StartsWith("/images/", StringComparison.Ordinal)
                ? LoopbackAnswer.Picture(System.Text.Encoding.UTF8.GetBytes(content))
                : null
        );

        await cinema.With("The Silent River (1999)").ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        movie["state"].Text().ShouldBe("enriched", what);
        movie["cover_url"].ShouldBeNull();
        var poster = (await cinema.AssetsAsync(movie)).First(asset => asset["type"].Text() == "poster");
        poster["error"].Text().ShouldNotBeNullOrEmpty();
        poster["sha256"].ShouldBeNull();
        ((bool)poster["picked"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task A_picture_of_two_hundred_megabytes_is_refused_before_it_is_read()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Tmdb.Server.Break(request =>
            request.Path.StartsWith("/images/", StringComparison.Ordinal)
                ? LoopbackAnswer.Picture(new byte[200 * 1024 * 1024])
                : null
        );

        await cinema.With("The Silent River (1999)").ScanAsync();

        var poster = (await cinema.AssetsAsync(await cinema.OnlyMovieAsync())).First(asset =>
            asset["type"].Text() == "poster"
        );
        poster["error"].Text().ShouldNotBeNull().ShouldContain("more than 50 MB");
    }

    [Fact]
    public async Task A_host_of_pictures_that_is_down_keeps_no_provider_from_being_asked()
    {
        await using var cinema = await Cinema.OpenAsync(Ten, clock: clock);
        cinema.Server.Log.Expect("wait: ");
        cinema.Tmdb.Server.Break(request =>
            request.Path.StartsWith("/images/", StringComparison.Ordinal)
                ? LoopbackAnswer.Of(HttpStatusCode.BadGateway, "")
                : null
        );
        foreach (var film in Ten)
            cinema.With($"{film.Title} ({film.Year})");

        var scan = await ScanWithRetriesAsync(cinema);

        (await cinema.MoviesAsync()).ShouldAllBe(movie => movie["description"] != null);
        (await ProviderAsync(cinema))["state"]!["status"].Text().ShouldBe("ready");
        scan.Numbers("enrichment_completed", "errors_count").ShouldBe([10, 0]);
        cinema.Tmdb.Server.Break(null);
        await TurnUntilAsync(
            async () => (await cinema.MoviesAsync()).All(movie => movie["cover_url"] is not null),
            "all have their posters"
        );
    }

    [Fact]
    public async Task A_host_of_pictures_that_limits_and_does_not_say_how_long_is_not_asked_in_a_circle()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        cinema.Tmdb.Server.Break(request =>
            IsPicture(request) ? LoopbackAnswer.Of(HttpStatusCode.TooManyRequests, "") : null
        );
        await cinema.With("The Silent River (1999)").Library.StartScanAsync();
        await JobProbe.Until(() => cinema.Tmdb.Server.Requests.Any(IsPicture), "a picture was asked for", Token);

        for (var seconds = 0; seconds < 60; seconds++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await cinema.MoviesAsync();
        }

        // One a type of picture, at first and then after 10, 20 and 40 seconds.
        cinema.Tmdb.Server.Requests.Count(IsPicture).ShouldBeLessThanOrEqualTo(16);
        (await ProviderAsync(cinema))["state"]!["status"].Text().ShouldBe("ready");
    }

    [Fact]
    public async Task A_failed_download_leaves_the_picture_that_was_there()
    {
        await using var cinema = await Cinema.OpenAsync([River], clock: clock);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        var used = await UsedPosterAsync(cinema, movie);
        cinema.Tmdb.Server.Break(_ => LoopbackAnswer.Html("<html>"));

        await cinema.Server.Admin.PostAsync($"/api/items/{movie["id"]}/enrich");
        await cinema.QuietAsync();

        ((long)(await UsedPosterAsync(cinema, movie))["id"]!).ShouldBe((long)used["id"]!);
    }

    private static bool IsPicture(LoopbackRequest request) =>
        request.Path.StartsWith("/images/", StringComparison.Ordinal);

    private static Task AskedAsync(Cinema cinema, int times) =>
        JobProbe.Until(() => cinema.Tmdb.Server.Requests.Count == times, "it was asked", Token);

    private static async Task<JsonNode> UsedPosterAsync(Cinema cinema, JsonNode movie) =>
        (await cinema.AssetsAsync(movie)).Single(asset => asset["type"].Text() == "poster" && (bool)asset["in_use"]!);

    private static async Task<JsonNode> ProviderAsync(Cinema cinema) =>
        await cinema.Server.Admin.GetAsync("/api/providers/tmdb");

    /// <summary>A scan whose jobs back off: the clock goes on until it has ended.</summary>
    private async Task<JsonNode> ScanWithRetriesAsync(Cinema cinema)
    {
        var job = await cinema.Library.StartScanAsync();
        await TurnUntilAsync(
            async () => (await cinema.Server.Admin.GetAsync($"/api/jobs/{job["id"]}"))["status"].Text() == "completed",
            "the scan has ended"
        );
        return await cinema.Library.LastScanAsync();
    }

    private Task TurnUntilAsync(Func<Task<bool>> condition, string what) =>
        JobProbe.Until(
            async () =>
            {
                if (await condition())
                    return true;
                clock.Advance(TimeSpan.FromSeconds(1));
                return false;
            },
            what,
            Token
        );

    private static string Roman(int number) => number % 2 == 0 ? "Rising" : "Falling";
}
