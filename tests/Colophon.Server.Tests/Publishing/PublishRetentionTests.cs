using Colophon.Server.Activity;
using Colophon.Server.Tests.Enrichment;
using Colophon.Testing;
using static Colophon.Server.Tests.Publishing.PublishedCinema;

namespace Colophon.Server.Tests.Publishing;

/// <summary>Runs and what they replaced are kept for a time, in which they can be taken back.</summary>
[Trait("Req", "C20")]
public sealed class PublishRetentionTests
{
    private readonly TestClock clock = new();

    [Fact]
    public async Task After_its_time_a_run_and_what_it_replaced_are_gone_and_its_files_are_still_the_server_s()
    {
        await using var cinema = await PublishedAsync();
        await cinema.Library.PublishForAsync("plex");
        var run = await cinema.Library.PublishAsync();
        Replaced(cinema).ShouldNotBeEmpty();

        await PassAsync(cinema, (int)PruneRules.PublishRuns.TotalDays + 1);

        (await cinema.Library.RunsAsync()).ShouldBeEmpty();
        (await cinema.Server.Admin.SendAsync("POST", $"/api/publish/runs/{run["id"]}/undo")).ExpectProblem(
            404,
            "not_found"
        );
        Replaced(cinema).ShouldBeEmpty();
        var written = cinema.Library.Names(Folder);
        written.ShouldContain(name => name.StartsWith("fanart.", StringComparison.Ordinal));
        await cinema.Library.PublishForAsync("jellyfin");
        await cinema.Library.PublishAsync();
        cinema.Library.Names(Folder).ShouldNotContain(name => name.StartsWith("fanart.", StringComparison.Ordinal));
        cinema.Library.Names(Folder).ShouldContain(name => name.StartsWith("backdrop.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_younger_run_replaced_stays_and_comes_back_as_the_server_s_own()
    {
        await using var cinema = await PublishedAsync();
        var before = cinema.Library.Names(Folder);
        await PassAsync(cinema, (int)PruneRules.PublishRuns.TotalDays - 30);
        await cinema.Library.PublishForAsync("plex");
        var run = await cinema.Library.PublishAsync();
        var replaced = Replaced(cinema);

        await PassAsync(cinema, 40);

        (await cinema.Library.RunsAsync()).Select(left => (long)left["id"]!).ShouldBe([(long)run["id"]!]);
        Replaced(cinema).ShouldBe(replaced);
        await cinema.Library.UndoAsync(run);
        cinema.Library.Names(Folder).ShouldBe(before);
        await cinema.Library.PublishForAsync("jellyfin");
        await cinema.Library.PublishAsync();
        cinema.Library.Names(Folder).ShouldNotContain(name => name.StartsWith("fanart.", StringComparison.Ordinal));
    }

    private async Task<Cinema> PublishedAsync()
    {
        var cinema = await Cinema.OpenAsync([River], clock: clock);
        await cinema.With(Folder).ScanAsync();
        await cinema.QuietAsync();
        await cinema.Library.PublishForAsync("kodi");
        await cinema.Library.PublishAsync();
        return cinema;
    }

    /// <summary>After such a time one has to sign in again.</summary>
    private async Task PassAsync(Cinema cinema, int days)
    {
        await cinema.Server.PassAsync(clock, days);
        await cinema.Server.SignInAsync();
    }

    private static List<string> Replaced(Cinema cinema)
    {
        var folder = new DirectoryInfo(Path.Combine(cinema.Server.DataFolder, "replaced"));
        return folder.Exists
            ? [.. folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Order()]
            : [];
    }
}
