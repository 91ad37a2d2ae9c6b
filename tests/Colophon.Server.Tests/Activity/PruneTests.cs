using Colophon.Jobs;
using Colophon.Server.Activity;
using Colophon.Server.Catalog;
using Colophon.Server.Tests.Enrichment;
using Colophon.Testing;
using Colophon.Testing.Loopback;
using Dapper;

namespace Colophon.Server.Tests.Activity;

public sealed class PruneTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_ended_goes_when_its_time_is_over_and_scans_stay()
    {
        var clock = new TestClock();
        await using var server = await ColophonServer.StartAsync(clock);
        var library = await server.Library().With("A/B/B.epub", EpubBuilder.Titled("B").By("A")).AddAsync();
        var job = await library.ScanAsync();
        var scan = (long)job["scan_ids"]![0]!;
        var failed = await server.Database.WriteAsync(Failed, Token);
        (await UnitsAsync()).ShouldBeGreaterThan(0);

        await server.PassAsync(clock, (int)PruneRules.Units.TotalDays + 1);
        (await UnitsAsync()).ShouldBe(0);
        (await CountAsync("jobs", failed)).ShouldBe(1);

        await server.PassAsync(clock, (int)PruneRules.Jobs.TotalDays);
        (await CountAsync("jobs", failed)).ShouldBe(0);
        (await CountAsync("jobs", (long)job["id"]!)).ShouldBe(1);
        (await CountAsync("scans", scan)).ShouldBe(1);

        Task<long> UnitsAsync() => NumberAsync("select count(*) from jobs where scan_id = @id", scan);

        Task<long> CountAsync(string table, long id) => NumberAsync($"select count(*) from {table} where id = @id", id);

        Task<long> NumberAsync(string sql, long id) =>
            server.Database.ReadAsync(read => Task.FromResult(read.QuerySingle<long>(sql, new { id })), Token);
    }

    [Fact]
    public async Task What_providers_answered_goes_some_days_after_it_has_expired()
    {
        var clock = new TestClock();
        await using var cinema = await Cinema.OpenAsync(
            [new LoopbackFilm(603, "The Silent River", 1999)],
            clock: clock
        );
        await cinema.With("The Silent River (1999)").ScanAsync();
        await cinema.Server.Admin.PostAsync($"/api/items/{(await cinema.OnlyMovieAsync())["id"]}/enrich");
        await cinema.QuietAsync();
        (await RowsAsync("provider_responses")).ShouldBeGreaterThan(0);
        (await RowsAsync("jobs where type = 'enrich-metadata'")).ShouldBe(2);

        await cinema.Server.PassAsync(clock, 40);

        (await RowsAsync("provider_responses")).ShouldBe(0);
        (await RowsAsync("jobs where type = 'enrich-metadata'")).ShouldBe(0);

        Task<long> RowsAsync(string of) =>
            cinema.Server.Database.ReadAsync(read => read.QuerySingleAsync<long>($"select count(*) from {of}"), Token);
    }

    [Fact]
    public async Task The_cache_is_scrubbed_every_day()
    {
        var clock = new TestClock();
        await using var server = await ColophonServer.StartAsync(clock);

        await server.PassAsync(clock, 2);

        var last = await server.Database.ReadAsync(
            read => read.QuerySingleAsync<long>("select max(created_at) from jobs where type = 'scrub-cache'"),
            Token
        );
        last.ShouldBe(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    private static long Failed(Commit commit)
    {
        var id = commit.Insert([JobRequest.For(JobTypes.WriteSidecar, JobQueues.General, new WriteSidecarData(1))])[
            0
        ]!.Value;
        commit.Connection.Execute(
            "update jobs set status = 3, finished_at = @now where id = @id",
            new { id, now = commit.Now.ToUnixTimeMilliseconds() },
            commit.Transaction
        );
        return id;
    }
}
