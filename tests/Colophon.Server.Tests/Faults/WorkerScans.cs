using System.Globalization;
using Colophon.Testing.Books;
using Colophon.Testing.Postgres;

namespace Colophon.Server.Tests.Faults;

/// <summary>
/// The library whose scans are disturbed and the end of a scan that nobody disturbs; shared by the tests, of which one runs at a
/// time, or a worker that waits for a processor would look frozen.
/// </summary>
[CollectionDefinition(Name)]
public sealed class WorkerScans : ICollectionFixture<WorkerScans>, IDisposable
{
    public const string Name = "scans by workers";

    private const string RoundsVariable = "COLOPHON_KILL_ROUNDS";
    private const string BooksVariable = "COLOPHON_KILL_BOOKS";
    private const int BooksOfTheSuite = 200;
    private const int TriesOfARound = 5;
    private const double EarlyShare = 0.5;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-faults-");
    private ScanOutcome? undisturbed;

    private string Library => Path.Combine(folder.FullName, "books");

    /// <summary>Plays round after round; each must end like an undisturbed scan.</summary>
    /// <param name="roundsOfTheSuite">How many, when the environment says nothing.</param>
    /// <param name="play">Runs the scan of a round and disturbs it.</param>
    /// <param name="delay">What the disturbance may cost, beside twice the time of an undisturbed scan; null = is not looked at.</param>
    /// <param name="cancellationToken">Ends it all.</param>
    /// <param name="server">Where the databases of the disturbed scans are; null = in the one of the suite.</param>
    internal async Task EveryRoundEndsAlikeAsync(
        int roundsOfTheSuite,
        Func<Round, Task<ScanOutcome>> play,
        CancellationToken cancellationToken,
        PostgresServer? server = null,
        TimeSpan? delay = null
    )
    {
        undisturbed ??= await RunUndisturbedAsync(cancellationToken);

        // A round whose disturbance came too late proves nothing and is not counted.
        var rounds = Number(RoundsVariable, roundsOfTheSuite);
        for (int seed = 0, counted = 0; counted < rounds; seed++)
        {
            seed.ShouldBeLessThan(rounds * TriesOfARound, "most rounds are disturbed after the scan's end");
            var within = undisturbed.Duration * EarlyShare;
            var disturbed = await OnDatabaseAsync(
                server,
                database => play(new(seed, within, new(folder, Library, database)))
            );
            disturbed.State.Counters.ShouldBe(undisturbed.State.Counters, $"seed {seed} within {within}");
            disturbed.State.Items.ShouldBe(undisturbed.State.Items, $"seed {seed} within {within}");
            if (delay is { } most)
                await ShouldEndSoonAsync(disturbed.Duration, most, cancellationToken);
            counted += disturbed.Interrupted;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The pace of a machine changes: a scan that took long is held against an undisturbed one of now.</summary>
    private async Task ShouldEndSoonAsync(TimeSpan duration, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (duration >= (2 * undisturbed!.Duration) + delay)
            undisturbed = await RunUndisturbedAsync(cancellationToken);
        duration.ShouldBeLessThan((2 * undisturbed.Duration) + delay);
    }

    private async Task<ScanOutcome> RunUndisturbedAsync(CancellationToken cancellationToken)
    {
        var books = Number(BooksVariable, BooksOfTheSuite);
        if (undisturbed is null)
            BookFolders.Write(Library, GeneratedBooks.Plans(books, new CoverPool(20, 30, 8)), cancellationToken);
        var outcome = await OnDatabaseAsync(
            server: null,
            database =>
                new ScanByWorkers(folder, Library, database).RunAsync(_ => Task.FromResult(false), cancellationToken)
        );
        outcome.State.Items.Count.ShouldBe(books);
        return outcome;
    }

    private static async Task<ScanOutcome> OnDatabaseAsync(PostgresServer? server, Func<string, Task<ScanOutcome>> run)
    {
        if (server is not null)
        {
            // The first node of the round makes the tables.
            var name = $"scan_{Guid.NewGuid():N}";
            await server.ExecuteAsync($"create database {name}");
            return await run(server.Address(name));
        }
        var database = (await TestDatabase.MakeAsync())!;
        try
        {
            return await run(database);
        }
        finally
        {
            await PostgresCluster.DropAsync(database);
        }
    }

    private static int Number(string variable, int ofTheSuite) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : ofTheSuite;
}

/// <summary>One disturbed scan; all chance is from its seed, so that a round can be repeated.</summary>
internal sealed record Round(int Seed, TimeSpan Within, ScanByWorkers Scan)
{
    // A third death of its worker ends a job for good (poison must not loop), so a round may strike twice at most.
    private const int MostStrikes = 2;

    public Random Random { get; } = new(Seed);

    public int Strikes => 1 + (Seed % MostStrikes);

    /// <summary>Waits for an instant that nobody chose.</summary>
    public Task InstantAsync(CancellationToken cancellationToken) =>
        Task.Delay(Random.NextDouble() * Within, TimeProvider.System, cancellationToken);

    /// <summary>Runs the scan and strikes once or twice, each at an instant that counts from the start or the strike before.</summary>
    public Task<ScanOutcome> RunAsync(Func<CancellationToken, Task> strike, CancellationToken cancellationToken) =>
        Scan.RunAsync(
            async token =>
            {
                var met = false;
                for (var n = 0; n < Strikes; n++)
                {
                    await InstantAsync(token);
                    met |= await Scan.IsRunningAsync(token);
                    await strike(token);
                }
                return met;
            },
            cancellationToken
        );
}
