using Npgsql;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>The database goes away at the worst of moments: it has done what it was told, and nobody hears of it.</summary>
public sealed class LostAnswerTests : JobSuite<PostgresTestStore>
{
    [Fact]
    public async Task A_job_whose_claim_was_stored_without_an_answer_is_run_with_its_try_not_lost()
    {
        LoseOnce(commit => commit.Started.Count > 0);
        await StartAsync();

        var id = await InsertOneAsync(Request());

        (await UntilAsync(id, JobStatus.Completed)).Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task A_checkpoint_that_was_stored_without_an_answer_is_not_stored_again()
    {
        await CountFromZeroAsync();
        var applied = 0;
        Apply = (notes, commit) =>
        {
            applied++;
            TestStore.Execute(commit, $"update counters set value = value + {notes.Count} where name = 'notes'");
        };
        Handle = async (context, token) =>
        {
            context.Record(new Note("once"));
            await context.CheckpointAsync(1, token);
            context.Record(new Note("and another"));
            return JobOutcome.Done;
        };
        LoseOnce(_ => applied == 1);
        await StartAsync();

        var id = await InsertOneAsync(Request());

        (await UntilAsync(id, JobStatus.Completed)).Cursor.ShouldBe("1");
        (await NumberAsync("select value from counters where name = 'notes'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_result_that_was_stored_without_an_answer_is_not_stored_again()
    {
        await CountFromZeroAsync();
        var applied = 0;
        Apply = (notes, commit) =>
        {
            applied++;
            TestStore.Execute(commit, $"update counters set value = value + {notes.Count} where name = 'notes'");
        };
        Handle = (context, _) =>
        {
            context.Record(new Note("once"));
            return Task.FromResult(JobOutcome.Done);
        };
        LoseOnce(_ => applied == 1);
        await StartAsync();

        await UntilAsync(await InsertOneAsync(Request()), JobStatus.Completed);
        await UntilAsync(await InsertOneAsync(Request("next")), JobStatus.Completed);

        (await NumberAsync("select value from counters where name = 'notes'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_handler_that_finds_the_database_gone_costs_its_job_no_try()
    {
        Handle = (_, _) =>
            Ran.Count == 1 ? throw new NpgsqlException("The database is gone") : Task.FromResult(JobOutcome.Done);
        await StartAsync();
        var id = await InsertOneAsync(Request(type: Slow));
        await UntilAsync(id, job => job.Status == JobStatus.Pending && !Ran.IsEmpty, "it waits");

        Clock.Advance(TimeSpan.FromSeconds(1));

        (await UntilAsync(id, JobStatus.Completed)).Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_whose_writing_connection_is_ended_in_its_first_commit_goes_on()
    {
        var ended = false;
        Step = commit =>
        {
            if (ended || commit.Started.Count == 0)
                return;
            ended = true;
            TestStore.Execute(commit, "select pg_terminate_backend(pg_backend_pid())");
        };
        var id = await InsertOneAsync(Request());

        await StartAsync();

        (await UntilAsync(id, JobStatus.Completed)).Attempt.ShouldBe(1);
    }

    private Task<long> CountFromZeroAsync() =>
        Database.WriteAsync(
            commit => TestStore.Execute(commit, "insert into counters (name, value) values ('notes', 0)"),
            Token
        );

    /// <summary>The first commit of which the condition holds is stored, and fails all the same.</summary>
    private void LoseOnce(Func<Commit, bool> condition)
    {
        var lost = false;
        Step = commit =>
        {
            if (lost || !condition(commit))
                return;
            lost = true;
            // Asked for, it sends what still waits.
            _ = commit.Connection;
            commit.Transaction.Commit();
            throw new NpgsqlException("The answer is lost");
        };
    }
}
