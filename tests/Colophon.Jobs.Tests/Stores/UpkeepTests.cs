namespace Colophon.Jobs.Tests.Stores;

/// <summary>What keeps a shared database well.</summary>
public sealed class UpkeepTests : JobSuite<PostgresTestStore>
{
    private const int Many = 150_000;

    [Fact]
    public async Task A_transaction_that_is_left_open_is_told_with_its_owner_and_what_ends_it()
    {
        await using var stranger = await Store.StrangerAsync(
            "begin isolation level repeatable read; select count(*) from jobs",
            Token
        );

        string? strain = null;
        await JobProbe.Until(
            async () =>
                (
                    strain = (await Database.Upkeep.StrainsAsync(Token)).SingleOrDefault(told =>
                        told.Contains("stranger")
                    )
                )
                    is not null,
            "the open transaction is told",
            Token
        );

        strain.ShouldNotBeNull().ShouldContain("idle in transaction");
        strain.ShouldContain("pg_terminate_backend(");
    }

    [Fact]
    public async Task A_connection_without_a_transaction_strains_nothing()
    {
        await using var stranger = await Store.StrangerAsync("select count(*) from jobs", Token);

        (await Database.Upkeep.StrainsAsync(Token)).ShouldNotContain(told => told.Contains("stranger"));
    }

    [Fact]
    public async Task One_process_leads_and_when_it_is_gone_another_does()
    {
        await using (await Store.StrangerAsync("select pg_advisory_lock(1668246531, 0)", Token))
        {
            await StartAsync();
            Database.Upkeep.Leads.ShouldBeFalse();
        }

        await JobProbe.Until(() => Database.Upkeep.Leads, "the next one leads", Token);

        await StopWorkerAsync();
        Database.Upkeep.Leads.ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_day_of_work_has_made_large_is_small_again_and_nothing_of_an_interrupted_run_is_left()
    {
        await Store.RunAsync(
            "insert into jobs (type, queue, status, priority, payload, max_attempts, run_at, created_at, updated_at) "
                + $"select 'quick', 'library:1', 0, 6, '{{}}', 3, 0, 0, 0 from generate_series(1, {Many}); "
                + "update jobs set status = 2; "
                + "create index jobs_claim_ccnew on jobs (line) where status = 0",
            Token
        );
        await Store.RunAsync("vacuum jobs", Token);
        var large = await NumberAsync("select pg_relation_size('jobs_claim')");

        await Database.Upkeep.RunAsync(Token);

        (await NumberAsync("select pg_relation_size('jobs_claim')")).ShouldBeLessThan(large / 100);
        (await NumberAsync("select count(*) from pg_class where relname like 'jobs\\_claim\\_%'")).ShouldBe(0);
    }
}
