namespace Colophon.Jobs.Tests.Stores;

/// <summary>Which processes work with the database.</summary>
public abstract class NodesTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    [Fact]
    public async Task A_worker_is_listed_until_it_stops()
    {
        (await Database.NodesAsync(Token)).ShouldBeEmpty();
        await StartAsync(readers: 3);

        var node = (await Database.NodesAsync(Token)).ShouldHaveSingleItem();

        node.State.ShouldBe(NodeState.Alive);
        node.IsThis.ShouldBeTrue();
        node.Host.ShouldBe(Environment.MachineName);
        node.Readers.ShouldBe(3);
        node.HeartbeatAt.ShouldBeGreaterThanOrEqualTo(node.StartedAt);

        await StopWorkerAsync();
        (await Database.NodesAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_worker_is_listed_with_the_jobs_it_holds()
    {
        using var end = new SemaphoreSlim(0);
        Handle = async (_, cancellationToken) =>
        {
            await end.WaitAsync(cancellationToken);
            return JobOutcome.Done;
        };
        await StartAsync();

        var id = await InsertOneAsync(Request());

        await JobProbe.Until(
            async () => (await Database.NodesAsync(Token)).Single() is { Running: 1 } node && await OwnsAsync(node, id),
            "the job is counted",
            Token
        );
        end.Release();
        await UntilAsync(id, JobStatus.Completed);
    }

    private async Task<bool> OwnsAsync(Node node, long jobId) => (await FindAsync(jobId))!.ProcessId == node.ProcessId;
}
