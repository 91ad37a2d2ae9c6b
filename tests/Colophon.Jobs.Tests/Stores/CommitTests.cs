namespace Colophon.Jobs.Tests.Stores;

/// <summary>What is stored together, what is refused, and what a bad one costs the others.</summary>
public abstract class CommitTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    private readonly List<string> notes = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Handle = (context, _) =>
        {
            context.Record(new Note(context.Data.Name));
            context.Enqueue(Request($"child of {context.Data.Name}", queue: "children"));
            context.Log(JobLogLevel.Info, $"read {context.Data.Name}");
            return Task.FromResult(JobOutcome.Done);
        };
        Gates.Close("library:1", "until all stand in the queue");
        Gates.Close("children", "they only stand there");
        Apply = (records, commit) => commit.AfterCommit(() => notes.AddRange(records.Select(r => r.Record.Text)));
    }

    [Fact]
    public async Task A_result_its_children_and_its_log_lines_are_stored_with_the_end_of_the_job()
    {
        var closed = new List<(int Closed, int Inserted, int Logged)>();
        Step = commit =>
        {
            if (commit.Closed.Exists(job => job.Type == Quick.Name))
                closed.Add((commit.Closed.Count, commit.Inserted.Count, commit.Logged.Count));
        };

        var job = await UntilAsync((await RunAsync("a"))[0], JobStatus.Completed);

        closed.ShouldBe([(1, 1, 1)]);
        notes.ShouldBe(["a"]);
        (await NumberAsync($"select count(*) from jobs where parent_id = {job.Id}")).ShouldBe(1);
        (await LogsAsync(job.Id)).Single().Message.ShouldBe("read a");
    }

    [Fact]
    public async Task An_applier_gets_all_records_of_a_group_at_once_in_the_order_of_the_jobs()
    {
        var sizes = new List<int>();
        var keep = Apply;
        Apply = (records, commit) =>
        {
            sizes.Add(records.Count);
            keep(records, commit);
        };
        string[] names = [.. Enumerable.Range(0, 60).Select(n => $"{n:00}")];

        await RunAsync(names);

        await JobProbe.Until(() => notes.Count == 60, "all stored", Token);
        sizes.Max().ShouldBeGreaterThan(5);
        notes.Order(StringComparer.Ordinal).ShouldBe(names);
    }

    [Fact]
    public async Task A_record_that_cannot_be_stored_fails_its_job_alone()
    {
        var keep = Apply;
        Apply = (records, commit) =>
        {
            keep(records, commit);
            if (records.Any(r => r.Record.Text == "bad"))
                throw new InvalidOperationException("Does not fit");
        };

        var ids = await RunAsync("a", "b", "bad", "c", "d");

        foreach (var id in ids.Where((_, i) => i != 2))
            await UntilAsync(id, JobStatus.Completed);
        var bad = await UntilAsync(
            ids[2],
            job => job.Status == JobStatus.Pending && job.Error is not null,
            "bad waits for its next try"
        );
        bad.Error.ShouldBe(new JobError(JobErrorCodes.Fault, "Does not fit"));
        bad.Attempt.ShouldBe(1);
        notes.Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c", "d"]);
        (await NumberAsync($"select count(*) from jobs where parent_id = {bad.Id}")).ShouldBe(0);
    }

    [Fact]
    public async Task A_step_that_throws_at_the_end_of_a_job_fails_it_alone()
    {
        Step = commit =>
        {
            if (
                commit.Closed.Exists(job =>
                    job.Payload.Contains("bad", StringComparison.Ordinal) && job.Status == JobStatus.Completed
                )
            )
                throw new InvalidOperationException("No end");
        };

        var ids = await RunAsync("a", "bad", "b");

        await UntilAsync(ids[0], JobStatus.Completed);
        await UntilAsync(ids[2], JobStatus.Completed);
        (await UntilAsync(ids[1], job => job.Error is not null, "refused")).Error!.Message.ShouldBe("No end");
    }

    [Fact]
    public async Task A_record_without_an_applier_fails_its_job_with_a_clear_word()
    {
        Handle = (context, _) =>
        {
            context.Record("a text");
            return Task.FromResult(JobOutcome.Done);
        };

        var job = await UntilAsync((await RunAsync("a"))[0], job => job.Error is not null, "refused");

        job.Error!.Message.ShouldBe("No applier stores System.String.");
    }

    [Fact]
    public async Task A_refused_record_sends_its_job_back_at_once_without_burning_an_attempt()
    {
        var refusals = 2;
        var keep = Apply;
        Apply = (records, commit) =>
        {
            foreach (var record in records.Where(r => r.Record.Text == "stale"))
            {
                if (refusals-- > 0)
                    record.Refuse!();
            }
            keep(records, commit);
        };

        var ids = await RunAsync("a", "stale", "b");

        foreach (var id in ids)
            (await UntilAsync(id, JobStatus.Completed)).Attempt.ShouldBe(1);
        Ran.Count(job => job.Id == ids[1]).ShouldBe(3);
        notes.Order(StringComparer.Ordinal).ShouldBe(["a", "b", "stale"]);
        (await NumberAsync($"select count(*) from jobs where parent_id = {ids[1]}")).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_checkpoint_ends_the_try_and_the_job_runs_again_from_its_last_cursor()
    {
        var cursors = new List<string?>();
        var refusals = 1;
        var keep = Apply;
        Apply = (records, commit) =>
        {
            if (records.Any(r => r.Record.Text == "second") && refusals-- > 0)
                records[0].Refuse!();
            else
                keep(records, commit);
        };
        Handle = async (context, token) =>
        {
            cursors.Add(context.Cursor<string>());
            if (context.Cursor<string>() is null)
            {
                context.Record(new Note("first"));
                await context.CheckpointAsync("one", token);
            }
            context.Record(new Note("second"));
            await context.CheckpointAsync("two", token);
            return JobOutcome.Done;
        };

        var job = await UntilAsync((await RunAsync("walk"))[0], JobStatus.Completed);

        cursors.ShouldBe([null, "one"]);
        notes.ShouldBe(["first", "second"]);
        job.Attempt.ShouldBe(1);
        job.Cursor.ShouldBe("\"two\"");
    }

    [Fact]
    public async Task A_checkpoint_that_cannot_be_stored_fails_the_try()
    {
        Apply = (_, _) => throw new InvalidOperationException("Does not fit");
        Handle = async (context, token) =>
        {
            context.Record(new Note("first"));
            await context.CheckpointAsync("one", token);
            return JobOutcome.Done;
        };

        var job = await UntilAsync((await RunAsync("walk"))[0], job => job.Error is not null, "failed");

        job.Error.ShouldBe(new JobError(JobErrorCodes.Fault, "Does not fit"));
        job.Cursor.ShouldBeNull();
    }

    [Fact]
    public async Task Of_a_chatty_job_a_thousand_lines_are_kept_with_room_for_its_failures()
    {
        Handle = (context, _) =>
        {
            for (var i = 0; i < 1_500; i++)
                context.Log(JobLogLevel.Debug, $"line {i}", new { Number = i });
            return Task.FromResult(JobOutcome.Dead(new JobError("broken", "It broke")));
        };

        var id = (await RunAsync("chatty"))[0];
        await UntilAsync(id, JobStatus.Failed);

        var lines = await LogsAsync(id);
        lines.Count.ShouldBeInRange(900, 1_000);
        lines.Select(line => line.Id).ShouldBeInOrder();
        lines.ShouldContain(line => line.Message == "It broke");
        lines.Single(line => line.Message == "line 7").Data.ShouldBe("""{"number":7}""");
    }

    [Fact]
    public async Task A_users_write_that_throws_leaves_nothing_behind()
    {
        var inserted = 0;

        await Should.ThrowAsync<InvalidOperationException>(() =>
            Database.WriteAsync<int>(
                commit =>
                {
                    inserted = commit.Insert([Request()]).Count;
                    commit.AfterCommit(() => notes.Add("never"));
                    throw new InvalidOperationException("No");
                },
                Token
            )
        );

        inserted.ShouldBe(1);
        notes.ShouldBeEmpty();
        (await NumberAsync("select count(*) from jobs")).ShouldBe(0);
    }

    private async Task<IReadOnlyList<long>> RunAsync(params string[] names)
    {
        await StartAsync(readers: 1);
        var ids = await InsertAsync([.. names.Select(name => Request(name))]);
        Gates.Open("library:1");
        return [.. ids.Select(id => id!.Value)];
    }
}
