using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Jobs.Tests.Stores;

/// <summary>Who does the jobs that a worker cannot do.</summary>
public sealed class ReachTests : JobSuite<PostgresTestStore>
{
    private const string Unreachable = "library:2";

    [Fact]
    public async Task What_a_worker_cannot_do_waits_for_another_that_can()
    {
        await using var other = await Store.AnotherWorkerAsync("able", Token);
        var (left, done) = (await WaitingAsync(Unreachable), await WaitingAsync("library:1"));

        await StartAsync(more: Declining);

        await UntilAsync(done, JobStatus.Completed);
        (await FindAsync(left))!.Status.ShouldBe(JobStatus.Pending);
    }

    [Fact]
    public async Task What_nobody_else_can_do_is_tried_here_and_says_what_is_wrong()
    {
        await using var other = await Store.AnotherWorkerAsync("unable", Token);
        await Database.WriteAsync(
            commit =>
                commit.Run("update workers set declines = @all where process_id = 'unable'", $"[\"{Unreachable}\"]"),
            Token
        );
        var job = await WaitingAsync(Unreachable);

        await StartAsync(more: Declining);

        await UntilAsync(job, JobStatus.Completed);
    }

    [Fact]
    public async Task A_worker_alone_does_what_there_is()
    {
        var job = await WaitingAsync(Unreachable);

        await StartAsync(more: Declining);

        await UntilAsync(job, JobStatus.Completed);
    }

    private Task<long> WaitingAsync(string queue) => InsertOneAsync(Request(queue: queue));

    private static void Declining(IServiceCollection services) => services.AddSingleton<IQueueReach>(new NotThat());

    private sealed class NotThat : IQueueReach
    {
        public Task<IReadOnlySet<string>> DeclinedAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<string>>(FrozenSet.ToFrozenSet([Unreachable], StringComparer.Ordinal));
    }
}
