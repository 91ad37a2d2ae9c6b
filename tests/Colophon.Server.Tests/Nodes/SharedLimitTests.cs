using Colophon.Server.Platform.Hosting;
using Colophon.Server.Tests.Enrichment;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing.Loopback;
using Microsoft.AspNetCore.Builder;

namespace Colophon.Server.Tests.Nodes;

/// <summary>Limits of a provider hold for all nodes of a database together.</summary>
public sealed class SharedLimitTests
{
    private const int Films = 60;
    private const int Requests = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "C17")]
    public async Task Four_workers_together_ask_a_provider_no_more_often_than_it_allows()
    {
        Assert.SkipUnless(TestDatabase.IsShared, "A database of its own has one process.");
        LoopbackFilm[] films = [.. Enumerable.Range(1, Films).Select(id => new LoopbackFilm(id, $"Film {id}", 1950))];
        await using var cinema = await Cinema.OpenAsync(films);
        cinema.Tmdb.Server.LimitTo(Requests, TimeSpan.FromSeconds(1), except: "/images/");
        await cinema.Server.Admin.PutAsync(
            "/api/providers/tmdb",
            new { limit = new { requests = Requests, seconds = 1 } }
        );
        foreach (var film in films)
            cinema.With($"{film.Title} (1950)", $"<movie><uniqueid type=\"tmdb\">{film.Id}</uniqueid></movie>");
        var workers = new List<WebApplication>();
        for (var node = 0; node < 3; node++)
            workers.Add(await WorkerAsync(cinema.Server));

        var scan = await cinema.ScanAsync();

        scan.Numbers("enrichment_queued", "enrichment_completed", "enrichment_failed", "enrichment_deferred")
            .ShouldBe([Films, Films, 0, 0]);
        cinema.Tmdb.Server.OverLimit.ShouldBe(0);
        cinema
            .Tmdb.Server.Requests.Select(request => request.ToString())
            .Where(request => request.Contains("/movie/", StringComparison.Ordinal))
            .ShouldBeUnique();
        foreach (var worker in workers)
        {
            await worker.StopAsync(Token);
            await worker.DisposeAsync();
        }
    }

    private static async Task<WebApplication> WorkerAsync(ColophonServer server)
    {
        var worker = Program.Build(
            new()
            {
                DataFolder = server.DataFolder,
                Database = server.DatabaseAddress,
                Role = NodeRole.Work,
                Readers = 2,
                Urls = ["http://127.0.0.1:0"],
            }
        );
        await worker.StartAsync(Token);
        return worker;
    }
}
