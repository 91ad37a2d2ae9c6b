using Colophon.Server.Enrichment;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>A library may rank its sources anew at any time.</summary>
[Trait("Req", "C6")]
public sealed class ProviderRankTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_order_of_providers_shows_at_once_what_they_said_before()
    {
        await using var cinema = await Cinema.OpenAsync([new LoopbackFilm(603, "The Silent River", 1999)]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        await SaysAsync(cinema, "tvdb", "Said by another");
        var asked = cinema.Tmdb.Server.Requests.Count;

        await RankAsync(cinema, new { provider_order = new[] { "tvdb", "tmdb" } });
        await UntilAsync(cinema, "Said by another");
        await RankAsync(cinema, new { provider_order = new[] { "tmdb", "tvdb" } });
        await UntilAsync(cinema, new LoopbackFilm(603, "The Silent River", 1999).Overview);
        await RankAsync(cinema, new { field_order = new { description = new[] { "tvdb" } } });
        await UntilAsync(cinema, "Said by another");

        cinema.Tmdb.Server.Requests.Count.ShouldBe(asked);
        (await cinema.OnlyMovieAsync())["sources"]!["tagline"].Text().ShouldBe("tmdb");
    }

    [Fact]
    public async Task Providers_that_only_fill_what_is_empty_leave_the_rest_as_the_files_say()
    {
        await using var cinema = await Cinema.OpenAsync(
            [new LoopbackFilm(603, "The Silent River", 1999)],
            new { fill_empty_only = true }
        );

        await cinema.With("the silent river (1999)").ScanAsync();

        var movie = await cinema.OnlyMovieAsync();
        (movie["title"].Text(), movie["sources"]!["title"].Text()).ShouldBe(("the silent river", "path"));
        movie["sources"]!["description"].Text().ShouldBe("tmdb");
    }

    private static async Task SaysAsync(Cinema cinema, string provider, string description)
    {
        var id = (long)(await cinema.OnlyMovieAsync())["id"]!;
        var said = new ProviderSaid(
            id,
            FileId: null,
            provider,
            new Identity(provider, new ProviderId(provider, "1"), IdentifiedBy.Search, IsPinned: false),
            new ProviderTold($"{provider}:1", new EvidenceDraft().Text(Fields.Description, description).ToDocument())
        );
        await cinema.Server.Database.WriteAsync(
            commit =>
            {
                cinema.Server.Services.GetRequiredService<ProviderSaidApplier>().Store([(said, JobId: null)], commit);
                return 0;
            },
            Token
        );
    }

    private static Task RankAsync(Cinema cinema, object options) =>
        cinema.Server.Admin.PatchAsync($"/api/libraries/{cinema.Library.Id}", new { options });

    private static Task UntilAsync(Cinema cinema, string description) =>
        JobProbe.Until(
            async () => (await cinema.OnlyMovieAsync())["description"].Text() == description,
            $"it says {description}",
            Token
        );
}
