namespace Colophon.Jobs.Tests.Stores;

/// <summary>Dedupe keys: unique over all rows that hold one.</summary>
public abstract class DedupeTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    [Fact]
    public async Task A_request_whose_key_is_taken_is_not_inserted()
    {
        var ids = await InsertAsync(Keyed("k"), Keyed("other"), Keyed("k"));

        ids[0].ShouldNotBeNull();
        ids[1].ShouldNotBeNull();
        ids[2].ShouldBeNull();
        (await InsertAsync(Keyed("k")))[0].ShouldBeNull();
    }

    [Fact]
    public async Task A_job_outside_a_scan_gives_its_key_up_when_it_ends()
    {
        await StartAsync();
        await UntilAsync((await InsertAsync(Keyed("k")))[0]!.Value, JobStatus.Completed);

        (await InsertAsync(Keyed("k")))[0].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_job_of_a_scan_keeps_its_key_until_it_is_pruned()
    {
        await StartAsync();
        var id = (await InsertAsync(Keyed("5:k") with { ScanId = 5 }))[0]!.Value;
        await UntilAsync(id, JobStatus.Completed);
        (await InsertAsync(Keyed("5:k") with { ScanId = 5 }))[0].ShouldBeNull();

        var pruned = await Database.PruneAsync(new PruneFilter(JobStatus.Completed) { ScanId = 5 }, Token);

        pruned.ShouldBe(1);
        (await InsertAsync(Keyed("5:k") with { ScanId = 5 }))[0].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reopened_job_takes_its_key_again_and_stays_ended_when_another_has_it()
    {
        Handle = (_, _) => Task.FromResult(JobOutcome.Dead(new JobError("x", "X")));
        await StartAsync();
        var first = (await InsertAsync(Keyed("k")))[0]!.Value;
        await UntilAsync(first, JobStatus.Failed);
        await StopWorkerAsync();
        var second = (await InsertAsync(Keyed("k")))[0]!.Value;

        (await ReopenAsync(first)).ShouldBeFalse();

        await Database.WriteAsync(commit => commit.RequestCancel(second), Token);
        (await ReopenAsync(first)).ShouldBeTrue();
        (await FindAsync(first))!.DedupeKey.ShouldBe("k");
        (await InsertAsync(Keyed("k")))[0].ShouldBeNull();
    }

    [Fact]
    public async Task Children_whose_key_is_taken_are_not_among_the_inserted()
    {
        var inserted = 0;
        Handle = (context, _) =>
        {
            if (context.Data.Name == "parent")
            {
                context.Enqueue(Keyed("5:same") with { ScanId = 5 });
                context.Enqueue(Keyed("5:same") with { ScanId = 5 });
            }
            return Task.FromResult(JobOutcome.Done);
        };
        Step = commit => inserted += commit.Inserted.Count(job => job.ParentId is not null);
        await StartAsync();

        await UntilAsync(await InsertOneAsync(Request("parent")), JobStatus.Completed);

        inserted.ShouldBe(1);
    }

    [Fact]
    public async Task Pruning_spares_what_is_open_too_young_or_of_a_type_to_keep()
    {
        await StartAsync();
        var ended = await InsertOneAsync(Request());
        await UntilAsync(ended, JobStatus.Completed);
        Clock.Advance(TimeSpan.FromHours(2));
        await UntilAsync(await InsertOneAsync(Request()), JobStatus.Completed);
        var limit = Clock.GetUtcNow() - TimeSpan.FromHours(1);
        await StopWorkerAsync();
        await InsertOneAsync(Request());

        var filter = new PruneFilter(JobStatus.Completed, JobStatus.Failed) { EndedBefore = limit };
        (await Database.PruneAsync(filter with { KeepTypes = [Quick.Name] }, Token)).ShouldBe(0);
        (await Database.PruneAsync(filter, Token)).ShouldBe(1);

        (await FindAsync(ended)).ShouldBeNull();
        (await NumberAsync("select count(*) from jobs")).ShouldBe(2);
        (await Database.PruneAsync(new PruneFilter(JobStatus.Pending, JobStatus.Completed), Token)).ShouldBe(1);
    }

    private static JobRequest Keyed(string key) => Request(key) with { DedupeKey = key };
}
