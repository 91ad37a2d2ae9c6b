using System.Globalization;
using Colophon.Testing.Books;

namespace Colophon.Server.Tests.Faults;

/// <summary>
/// The real program is killed with signal 9 in the midst of a scan, at instants nobody chose, and started again. In the end
/// the scan's counters and the catalog are those of a scan that nobody disturbed.
/// </summary>
public sealed class KillDuringScanTests : IDisposable
{
    private const string RoundsVariable = "COLOPHON_KILL_ROUNDS";
    private const int RoundsOfTheSuite = 3;
    private const int Books = 200;

    // A third death of its worker ends a job for good (poison must not loop), so a round may kill twice at most.
    private const int KillsOfARound = 2;

    private const int TriesOfARound = 5;

    // The undisturbed scan is the first one and the slowest.
    private const double EarlyShare = 0.6;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-faults-");

    [Fact]
    [Trait("Req", "C7")]
    public async Task A_scan_that_is_killed_at_any_instant_ends_like_an_undisturbed_one()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var library = Path.Combine(folder.FullName, "books");
        BookFolders.Write(library, GeneratedBooks.Plans(Books, new CoverPool(20, 30, 8)), cancellationToken);

        var undisturbed = await new ScanUnderFire(folder, library).RunAsync([], cancellationToken);
        undisturbed.State.Items.Count.ShouldBe(Books);

        // A round whose kills all came too late proves nothing and is not counted.
        var rounds = Rounds();
        for (int seed = 0, counted = 0; counted < rounds; seed++)
        {
            seed.ShouldBeLessThan(rounds * TriesOfARound, "most kills come after the scan's end");
            var kills = Instants(seed, undisturbed.Duration * EarlyShare);
            var disturbed = await new ScanUnderFire(folder, library).RunAsync(kills, cancellationToken);
            Compare(
                disturbed.State,
                undisturbed.State,
                $"seed {seed}, killed {string.Join(" and ", kills)} after a start"
            );
            counted += disturbed.Interrupted > 0 ? 1 : 0;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Compare(CatalogState found, CatalogState expected, string when)
    {
        found.Counters.ShouldBe(expected.Counters, when);
        found.Items.ShouldBe(expected.Items, when);
    }

    private static int Rounds() =>
        Environment.GetEnvironmentVariable(RoundsVariable) is { Length: > 0 } rounds
            ? int.Parse(rounds, CultureInfo.InvariantCulture)
            : RoundsOfTheSuite;

    /// <summary>When to kill, each counted from a start; from a seed, so that a round can be repeated.</summary>
    private static TimeSpan[] Instants(int seed, TimeSpan within)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 1 + (seed % KillsOfARound)).Select(_ => random.NextDouble() * within)];
    }
}
