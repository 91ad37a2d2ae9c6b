namespace Colophon.Jobs.Tests.Stores;

/// <summary>What becomes of a process that shares the database and dies.</summary>
public sealed class DeadNodesTests : JobSuite<PostgresTestStore>
{
    [Fact]
    public async Task A_worker_that_is_silent_for_a_minute_is_frozen_and_one_without_its_connection_is_gone()
    {
        await using var well = await AnotherAsync("well", TimeSpan.FromSeconds(30));
        await using var frozen = await AnotherAsync("frozen", TimeSpan.FromSeconds(61));
        await DieAsync("dead", TimeSpan.FromSeconds(2));

        (await StatesAsync()).ShouldBe([
            ("well", NodeState.Alive),
            ("frozen", NodeState.Frozen),
            ("dead", NodeState.Gone),
        ]);
    }

    [Fact]
    public async Task A_dead_worker_is_shown_for_a_day_and_its_row_goes_with_the_next_that_joins()
    {
        await DieAsync("yesterday", TimeSpan.FromHours(24.1));
        await DieAsync("today", TimeSpan.FromHours(23.9));
        await using var frozen = await AnotherAsync("frozen", TimeSpan.FromHours(25));

        (await StatesAsync()).ShouldBe([("today", NodeState.Gone), ("frozen", NodeState.Frozen)]);
        await StartAsync();

        (await NumberAsync("select count(*) from workers where process_id = 'yesterday'")).ShouldBe(0);
        (await NumberAsync("select count(*) from workers")).ShouldBe(3);
    }

    private async Task<IEnumerable<(string, NodeState)>> StatesAsync() =>
        (await Database.NodesAsync(Token)).Select(node => (node.ProcessId, node.State));

    private Task<IAsyncDisposable> AnotherAsync(string processId, TimeSpan silent) =>
        Store.AnotherWorkerAsync(processId, silent, Token);

    /// <summary>Its row is there, and the connection that held its lock is not; the server sees the end of that a little later.</summary>
    private async Task DieAsync(string processId, TimeSpan silent)
    {
        await (await AnotherAsync(processId, silent)).DisposeAsync();
        await JobProbe.Until(
            async () => (await StatesAsync()).All(node => node != (processId, NodeState.Alive)),
            $"the lock of {processId} is free",
            Token
        );
    }
}
