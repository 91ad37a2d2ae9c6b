namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>One process owns the file, no snapshot outlives its few readers, and the writer tidies up whenever it rests.</summary>
internal sealed class SqliteUpkeep : IUpkeep
{
    public bool Leads => true;

    public Task<IReadOnlyList<string>> StrainsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
