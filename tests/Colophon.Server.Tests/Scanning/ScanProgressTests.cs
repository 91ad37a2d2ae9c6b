using System.Text.Json;
using Colophon.Server.Platform.Live;
using Colophon.Server.Scanning;

namespace Colophon.Server.Tests.Scanning;

public sealed class ScanProgressTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [Trait("Req", "C12")]
    [InlineData(0, 0, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(453, 1247, 36)]
    [InlineData(1, 200, 1)]
    [InlineData(1, 201, 0)]
    [InlineData(995, 1000, 100)]
    [InlineData(1247, 1247, 100)]
    public void Percentages_are_whole_numbers_half_up(long done, long total, int percentage) =>
        ScanProgress.Percentage(done, total).ShouldBe(percentage);

    [Fact]
    [Trait("Req", "C12")]
    public void A_scan_that_walks_says_what_it_found_and_nothing_of_later_phases()
    {
        var json = Json(
            new ScanRow
            {
                Id = 3,
                JobId = 4,
                LibraryId = 5,
                DirectoriesFound = 7,
                DirectoriesIgnored = 2,
                StartedAt = Start.ToUnixTimeMilliseconds(),
                UpdatedAt = Start.ToUnixTimeMilliseconds(),
            }
        );
        json.ShouldContain(
            "\"type\":\"scan:progress\",\"scanJobId\":3,\"jobId\":4,\"libraryId\":5,\"libraryName\":\"Shelf\""
        );
        json.ShouldContain(
            "\"phase\":\"discovering\",\"progress\":{\"discovering\":{\"directoriesFound\":7,\"directoriesIgnored\":2,\"inProgress\":true}}"
        );
        json.ShouldContain("\"currentOperation\":null,\"startedAt\":\"2026-11-21T08:00:00.000Z\"");
        json.ShouldNotContain("estimatedTimeRemaining");
    }

    [Fact]
    [Trait("Req", "C12")]
    public void A_scan_that_caches_counts_by_type()
    {
        var json = Json(
            new ScanRow
            {
                Status = ScanStatus.Caching,
                DiscoveryCompletedAt = 1,
                ScanningCompletedAt = 2,
                AssetsQueued = 4,
                AssetsCached = 1,
                AssetsByType = """{"cover":{"cached":1,"queued":4}}""",
            }
        );
        json.ShouldContain(
            "\"caching\":{\"cached\":1,\"queued\":4,\"percentage\":25,\"byType\":{\"cover\":{\"cached\":1,\"queued\":4}}}"
        );
    }

    [Fact]
    public void The_time_left_is_silent_until_the_rate_means_something_and_follows_it()
    {
        var pace = new ScanPace();
        var scan = new ScanRow
        {
            Id = 1,
            DiscoveryCompletedAt = 1,
            DirectoriesTotal = 1000,
        };
        pace.Observe(scan, Start).ShouldBeNull();
        pace.Observe(scan with { DirectoriesScanned = 50 }, Start.AddSeconds(2)).ShouldBeNull();
        var left = pace.Observe(scan with { DirectoriesScanned = 100 }, Start.AddSeconds(10));
        ScanPace.Text(left).ShouldBe("~2 minutes");
        pace.Remaining(1).ShouldBe(left);
        pace.Observe(scan with { CancelledAt = 1 }, Start.AddSeconds(11)).ShouldBeNull();
        pace.Remaining(1).ShouldBeNull();
    }

    [Theory]
    [InlineData(3, "~5 seconds")]
    [InlineData(41, "~45 seconds")]
    [InlineData(58, "~1 minute")]
    [InlineData(880, "~15 minutes")]
    [InlineData(3590, "~1 hour")]
    [InlineData(9000, "~3 hours")]
    public void The_time_left_is_told_as_text(int seconds, string text) =>
        ScanPace.Text(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    private static string Json(ScanRow scan) =>
        JsonSerializer.Serialize(ScanProgress.Of(scan, "Shelf", null), LivePayload.Json);
}
