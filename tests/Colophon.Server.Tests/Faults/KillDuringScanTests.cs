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

        for (var round = 0; round < Rounds(); round++)
        {
            var kills = Instants(round, undisturbed.Duration);
            var disturbed = await new ScanUnderFire(folder, library).RunAsync(kills, cancellationToken);
            Compare(
                disturbed.State,
                undisturbed.State,
                $"round {round}, killed {string.Join(" and ", kills)} after a start"
            );
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

    /// <summary>When to kill, each counted from a start; the round's number is the seed, so a round can be repeated.</summary>
    private static TimeSpan[] Instants(int round, TimeSpan duration)
    {
        var random = new Random(round);
        return [.. Enumerable.Range(0, 1 + (round % KillsOfARound)).Select(_ => random.NextDouble() * duration)];
    }
}
