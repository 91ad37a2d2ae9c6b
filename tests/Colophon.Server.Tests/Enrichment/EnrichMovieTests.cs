using System.Text.Json.Nodes;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>From a film that a scan discovers to what a provider says of it.</summary>
[Trait("Req", "C6")]
[Trait("Req", "C20")]
public sealed class EnrichMovieTests
{
    private static readonly LoopbackFilm River = new(603, "The Silent River", 1999) { Director = "Ada Müller" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_discovered_film_is_found_and_shows_what_the_provider_says()
    {
        await using var cinema = await Cinema.OpenAsync([River]);

        var scan = await cinema.With("The Silent River (1999)").ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        (movie["state"].Text(), movie["tagline"].Text()).ShouldBe(("enriched", River.Tagline));
        movie["description"].Text().ShouldBe(River.Overview);
        movie["sources"]!["description"].Text().ShouldBe("tmdb");
        scan.Numbers("enrichment_queued", "enrichment_completed", "enrichment_failed", "enrichment_deferred")
            .ShouldBe([1, 1, 0, 0]);
        (scan["caching_completed_at"], scan["completed_at"]).ShouldNotBe((null, null));
        cinema.Tmdb.Server.Requests.ShouldAllBe(request =>
            request.Headers["User-Agent"] == $"Colophon/{ServerOptions.Version} (self-hosted)"
        );
    }

    [Fact]
    public async Task It_gets_the_pictures_it_lacks()
    {
        await using var cinema = await Cinema.OpenAsync([River]);

        await cinema.With("The Silent River (1999)").ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        var assets = await cinema.AssetsAsync(movie);
        var poster = assets.First(asset => asset["type"].Text() == "poster" && (bool)asset["picked"]!);
        ((bool)poster["in_use"]!, poster["source"].Text(), (string?)poster["sha256"]).ShouldSatisfyAllConditions(
            one => one.Item1.ShouldBeTrue(),
            one => one.Item2.ShouldBe("tmdb"),
            one => one.Item3.ShouldNotBeNull()
        );
        movie["cover_url"].Text().ShouldNotBeNull();
        // Every picked one is in use, also where there are several of a type.
        assets.Where(asset => (bool)asset["in_use"]!).ShouldBe(assets.Where(asset => (bool)asset["picked"]!));
        poster["score_parts"]!.AsObject().Select(part => part.Key).ShouldContain("language");
    }

    [Fact]
    [Trait("Req", "C18")]
    public async Task Pictures_of_a_locked_type_stay_in_use_when_others_come_to_lie_beside_the_film()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        var before = await FanartInUseAsync(cinema, movie);
        before.ShouldNotBeEmpty();
        (await cinema.Server.Admin.SendAsync("PUT", $"/api/items/{movie["id"]}/locks/fanart")).Expect(200);

        cinema.Library.With("The Silent River (1999)/fanart.png", TinyPng.Cover(160, 90, 1));
        await cinema.ScanAsync();

        (await FanartInUseAsync(cinema, movie)).ShouldBe(before);
        (await cinema.Server.Admin.SendAsync("DELETE", $"/api/items/{movie["id"]}/locks/fanart")).Expect(200);
        (await FanartInUseAsync(cinema, movie)).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_picture_of_its_own_stays_in_use()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        cinema.Library.With("The Silent River (1999)/poster.png", TinyPng.Cover(40, 60, 1));

        await cinema.With("The Silent River (1999)").ScanAsync();

        var assets = await cinema.AssetsAsync(await cinema.OnlyMovieAsync());
        assets
            .Single(asset => asset["type"].Text() == "poster" && (bool)asset["in_use"]!)["source"]
            .Text()
            .ShouldBe("path");
        assets.ShouldNotContain(asset => asset["type"].Text() == "poster" && (bool)asset["picked"]!);
    }

    [Fact]
    public async Task What_is_only_offered_can_be_refused_before_it_is_here_and_taken_back()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        cinema.Library.With("The Silent River (1999)/poster.png", TinyPng.Cover(40, 60, 1));
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        async Task<JsonNode> OfferedAsync() =>
            (await cinema.AssetsAsync(movie)).Single(asset => asset["cache_path"].Text() is null);
        var offered = await OfferedAsync();

        await cinema.Server.Admin.DeleteAsync($"/api/assets/{offered["id"]}");
        ((bool)(await OfferedAsync())["rejected"]!).ShouldBeTrue();

        var back = await cinema.Server.Admin.PostAsync($"/api/assets/{offered["id"]}/restore");
        ((bool)back["rejected"]!, (bool)back["in_use"]!).ShouldBe((false, false));
    }

    [Fact]
    public async Task An_id_in_the_NFO_needs_no_search()
    {
        await using var cinema = await Cinema.OpenAsync([River]);

        await cinema.With("R", """<movie><title>R</title><uniqueid type="tmdb">603</uniqueid></movie>""").ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        movie["state"].Text().ShouldBe("enriched");
        cinema.Tmdb.Server.Requests.ShouldNotContain(request => request.Path.StartsWith("/search"));
        var identity = (await Providers(cinema, movie))["identity"]!;
        (identity["value"].Text(), identity["how"].Text()).ShouldBe(("603", "identifier"));
    }

    [Fact]
    public async Task Of_each_provider_is_told_whether_it_may_be_asked()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        await cinema.With("The Silent River (1999)").ScanAsync();

        var identities = await cinema.IdentityAsync(await cinema.OnlyMovieAsync());

        identities["providers"]!
            .AsArray()
            .Where(provider => (bool)provider!["is_usable"]!)
            .Select(provider => provider!["provider"].Text())
            .ShouldBe(["tmdb"]);
    }

    [Fact]
    public async Task Another_provider_s_id_is_exchanged_for_its_own()
    {
        await using var cinema = await Cinema.OpenAsync([River]);

        await cinema
            .With("R", $"""<movie><title>R</title><uniqueid type="imdb">{River.ImdbId}</uniqueid></movie>""")
            .ScanAsync();

        (await cinema.OnlyMovieAsync())["state"].Text().ShouldBe("enriched");
    }

    [Fact]
    [Trait("Req", "B2")]
    public async Task A_sidecar_goes_before_a_provider_and_a_provider_before_the_name()
    {
        await using var cinema = await Cinema.OpenAsync([River]);

        await cinema
            .With(
                "The Silent River (1999)",
                "<movie><title>My River</title><uniqueid type=\"tmdb\">603</uniqueid></movie>"
            )
            .ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        (movie["title"].Text(), movie["sources"]!["title"].Text()).ShouldBe(("My River", "sidecar"));
        (movie["sources"]!["release_date"].Text(), movie["release_date"].Text()).ShouldBe(("tmdb", River.ReleaseDate));
    }

    [Fact]
    public async Task Of_several_that_might_be_meant_none_is_taken_and_a_person_chooses()
    {
        await using var cinema = await Cinema.OpenAsync([
            new LoopbackFilm(1, "Solaris", 1972),
            new LoopbackFilm(2, "Solaris", 2002),
        ]);
        await cinema.With("Solaris").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        movie["state"].Text().ShouldBe("discovered");
        var waiting = (await cinema.Server.Admin.GetAsync("/api/review"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (waiting["title"].Text(), (int)waiting["candidates"]!).ShouldBe(("Solaris", 2));

        var preview = await cinema.Server.Admin.PostAsync(
            $"/api/items/{movie["id"]}/identity/tmdb/preview",
            new { type = "tmdb", value = "1" }
        );
        (await cinema.OnlyMovieAsync())["description"].ShouldBeNull();
        preview["fields"]!["description"]![1].Text().ShouldNotBeNull();
        await cinema.Server.Admin.PutAsync(
            $"/api/items/{movie["id"]}/identity/tmdb",
            new { type = "tmdb", value = "1" }
        );
        await cinema.QuietAsync();

        movie = await cinema.OnlyMovieAsync();
        (movie["state"].Text(), (int)movie["year"]!).ShouldBe(("enriched", 1972));
        var identity = (await Providers(cinema, movie))["identity"]!;
        (identity["how"].Text(), (bool)identity["pinned"]!).ShouldBe(("person", true));
        (await cinema.Server.Admin.GetAsync("/api/review"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chosen_identity_stays_whatever_a_scan_finds()
    {
        await using var cinema = await Cinema.OpenAsync([River, new LoopbackFilm(7, "Other", 1999)]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();
        await cinema.Server.Admin.PutAsync(
            $"/api/items/{movie["id"]}/identity/tmdb",
            new { type = "tmdb", value = "7" }
        );
        await cinema.QuietAsync();

        await cinema.ScanAsync(new { force = true });
        await cinema.Server.Admin.PostAsync($"/api/items/{movie["id"]}/enrich");
        await cinema.QuietAsync();

        movie = await cinema.OnlyMovieAsync();
        (await Providers(cinema, movie))["identity"]!["value"].Text().ShouldBe("7");
        movie["title"].Text().ShouldBe("Other");
    }

    [Fact]
    public async Task A_forgotten_identity_takes_its_words_along()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var movie = await cinema.OnlyMovieAsync();

        (await cinema.Server.Admin.SendAsync("DELETE", $"/api/items/{movie["id"]}/identity/tmdb")).Expect(200);

        movie = await cinema.OnlyMovieAsync();
        (movie["description"], movie["title"].Text()).ShouldBe((null, "The Silent River"));
        (await Providers(cinema, movie))["identity"].ShouldBeNull();
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task Without_enrichment_nobody_is_asked()
    {
        await using var cinema = await Cinema.OpenAsync([River]);

        var scan = await cinema.With("The Silent River (1999)").ScanAsync(new { enable_enrichment = false });

        cinema.Tmdb.Server.Requests.ShouldBeEmpty();
        scan.Numbers("enrichment_queued").ShouldBe([0]);
    }

    [Fact]
    [Trait("Req", "C11")]
    public async Task With_metadata_only_no_picture_is_noted_or_fetched()
    {
        await using var cinema = await Cinema.OpenAsync([River]);

        await cinema.With("The Silent River (1999)").ScanAsync(new { enrichment_mode = "metadata-only" });

        var movie = await cinema.OnlyMovieAsync();
        movie["state"].Text().ShouldBe("enriched");
        (await cinema.AssetsAsync(movie)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "C17")]
    public async Task A_film_that_the_provider_does_not_know_is_no_failure()
    {
        await using var cinema = await Cinema.OpenAsync([]);

        var scan = await cinema
            .With("R", """<movie><title>R</title><uniqueid type="tmdb">999</uniqueid></movie>""")
            .ScanAsync();

        (await cinema.OnlyMovieAsync())["state"].Text().ShouldBe("discovered");
        scan.Numbers("enrichment_queued", "enrichment_completed", "enrichment_failed", "errors_count")
            .ShouldBe([1, 1, 0, 0]);
    }

    [Fact]
    [Trait("Req", "C6")]
    public async Task Nothing_is_asked_twice_by_a_second_scan()
    {
        await using var cinema = await Cinema.OpenAsync([River]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var asked = cinema.Tmdb.Server.Requests.Count;

        await cinema.Server.Admin.PostAsync($"/api/items/{(await cinema.OnlyMovieAsync())["id"]}/enrich");
        await cinema.QuietAsync();

        cinema.Tmdb.Server.Requests.Count.ShouldBe(asked);
        cinema.Tmdb.Server.Requests.Select(request => request.ToString()).ShouldBeUnique();
    }

    private static async Task<JsonNode> Providers(Cinema cinema, JsonNode movie) =>
        (await cinema.IdentityAsync(movie))["providers"]!
            .AsArray()
            .Single(provider => provider!["provider"].Text() == "tmdb")!;

    private static async Task<IEnumerable<long>> FanartInUseAsync(Cinema cinema, JsonNode movie) =>
        from asset in await cinema.AssetsAsync(movie)
        where asset["type"].Text() == "fanart" && (bool)asset["in_use"]!
        select (long)asset["id"]!;
}
