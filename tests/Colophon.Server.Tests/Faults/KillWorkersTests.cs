using System.Globalization;
using Colophon.Testing.Books;
using Colophon.Testing.Postgres;

namespace Colophon.Server.Tests.Faults;

/// <summary>
/// Four workers share a scan on one database, and some are killed with signal 9 in the midst of it and replaced. In the end
/// the scan's counters and the catalog are those of a scan that nobody disturbed.
/// </summary>
public sealed class KillWorkersTests : IDisposable
{
    private const string RoundsVariable = "COLOPHON_KILL_ROUNDS";
    private const string BooksVariable = "COLOPHON_KILL_BOOKS";
    private const int RoundsOfTheSuite = 2;
    private const int BooksOfTheSuite = 200;

    // A third death of its worker ends a job for good (poison must not loop), so a round may kill twice at most.
    private const int KillsOfARound = 2;
    private const int TriesOfARound = 5;
    private const double EarlyShare = 0.5;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-faults-");

    [Fact]
    [Trait("Req", "C7")]
    public async Task A_scan_whose_workers_are_killed_ends_like_an_undisturbed_one()
    {
        Assert.SkipUnless(TestDatabase.IsShared, "A database of its own has one process.");
        var cancellationToken = TestContext.Current.CancellationToken;
        var library = Path.Combine(folder.FullName, "books");
        var books = Number(BooksVariable, BooksOfTheSuite);
        BookFolders.Write(library, GeneratedBooks.Plans(books, new CoverPool(20, 30, 8)), cancellationToken);
        var undisturbed = await RunAsync(library, [], new Random(0), cancellationToken);
        undisturbed.State.Items.Count.ShouldBe(books);

        // A round whose kills all came too late proves nothing and is not counted.
        var rounds = Number(RoundsVariable, RoundsOfTheSuite);
        for (int seed = 0, counted = 0; counted < rounds; seed++)
        {
            seed.ShouldBeLessThan(rounds * TriesOfARound, "most kills come after the scan's end");
            var random = new Random(seed);
            TimeSpan[] kills =
            [
                .. Enumerable
                    .Range(0, 1 + (seed % KillsOfARound))
                    .Select(_ => random.NextDouble() * undisturbed.Duration * EarlyShare),
            ];
            var disturbed = await RunAsync(library, kills, random, cancellationToken);
            var when = $"seed {seed}, a worker killed {string.Join(" and ", kills)} after a start";
            disturbed.State.Counters.ShouldBe(undisturbed.State.Counters, when);
            disturbed.State.Items.ShouldBe(undisturbed.State.Items, when);
            counted += disturbed.Interrupted > 0 ? 1 : 0;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<ScanOutcome> RunAsync(
        string library,
        IReadOnlyList<TimeSpan> kills,
        Random random,
        CancellationToken cancellationToken
    )
    {
        var database = (await TestDatabase.MakeAsync())!;
        try
        {
            return await new ScanByWorkers(folder, library, database).RunAsync(kills, random, cancellationToken);
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
