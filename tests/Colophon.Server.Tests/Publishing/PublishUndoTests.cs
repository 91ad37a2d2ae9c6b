using Colophon.Server.Tests.Enrichment;
using Colophon.Server.Tests.Scanning;
using static Colophon.Server.Tests.Publishing.PublishedCinema;

namespace Colophon.Server.Tests.Publishing;

/// <summary>A run is taken back exactly, but for what was changed since; and what a crash left open is known again.</summary>
[Trait("Req", "C20")]
public sealed class PublishUndoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undo_leaves_the_folder_as_it_was()
    {
        await using var cinema = await PublishedAsync();
        var run = (await cinema.Library.RunsAsync())[0];

        var undone = await cinema.Library.UndoAsync(run);

        cinema.Library.Names(Folder).ShouldBe([$"{Folder}.mkv"]);
        undone.Numbers("written", "undone").ShouldBe([0, (long)run["written"]!]);
        undone["undone_at"].ShouldNotBeNull();
        (await cinema.ScanAsync()).Numbers("directories_unchanged", "items_updated").ShouldBe([1, 0]);
        (await cinema.Server.Admin.SendAsync("POST", $"/api/publish/runs/{run["id"]}/undo")).ExpectProblem(
            409,
            "wrong_state"
        );
    }

    [Fact]
    public async Task Undo_of_a_change_brings_back_what_stood_there_to_the_byte()
    {
        await using var cinema = await PublishedAsync();
        var before = Contents(cinema);
        await cinema.Library.PublishForAsync("plex");
        var run = await cinema.Library.PublishAsync();
        Contents(cinema).ShouldNotBe(before);

        await cinema.Library.UndoAsync(run);

        Contents(cinema).ShouldBe(before);
        await cinema.Library.PublishForAsync("kodi");
        (await cinema.Library.PlanAsync()).ShouldBeEmpty();
        (await cinema.ScanAsync()).Numbers("directories_unchanged").ShouldBe([1]);
    }

    [Fact]
    public async Task What_was_changed_since_stays_and_the_reason_is_told()
    {
        await using var cinema = await PublishedAsync();
        var nfo = cinema.Library.PathOf($"{Folder}/{Folder}.nfo");
        await File.WriteAllTextAsync(nfo, "<movie><title>Mine</title></movie>", Token);

        var undone = await cinema.Library.UndoAsync((await cinema.Library.RunsAsync())[0]);

        cinema.Library.Names(Folder).ShouldBe([$"{Folder}.mkv", $"{Folder}.nfo"]);
        (await File.ReadAllTextAsync(nfo, Token)).ShouldContain("Mine");
        undone.Numbers("written").ShouldBe([1]);
        (await cinema.Library.FilesAsync(undone))
            .Single(file => file["state"].Text() == "done")["reason"]
            .Text()!
            .ShouldContain("changed since");
        // Out of the way, it can be tried again.
        File.Delete(nfo);
        (await cinema.Library.UndoAsync(undone)).Numbers("written").ShouldBe([0]);
    }

    [Fact]
    public async Task What_a_killed_run_wrote_without_a_word_is_known_and_can_be_taken_back()
    {
        await using var cinema = await PublishedAsync();
        var run = (await cinema.Library.RunsAsync())[0];
        await ForgetAsync(cinema, "poster");

        // Any run of the library looks after what others left.
        var next = await cinema.Library.PublishAsync();

        next.Numbers("written", "kept", "failed").ShouldBe([0, 0, 0]);
        (await cinema.Library.FilesAsync(run)).ShouldAllBe(file => file!["state"].Text() == "done");
        (await cinema.ScanAsync()).Numbers("directories_unchanged").ShouldBe([1]);
        await cinema.Library.UndoAsync(run);
        cinema.Library.Names(Folder).ShouldBe([$"{Folder}.mkv"]);
    }

    [Fact]
    public async Task What_a_killed_run_never_wrote_is_written_by_the_next_and_half_a_file_goes()
    {
        await using var cinema = await PublishedAsync();
        var run = (await cinema.Library.RunsAsync())[0];
        await ForgetAsync(cinema, "poster");
        var names = cinema.Library.Names(Folder);
        var poster = names.Single(name => name.StartsWith("poster.", StringComparison.Ordinal));
        File.Delete(cinema.Library.PathOf($"{Folder}/{poster}"));

        var next = await cinema.Library.PublishAsync();

        next.Numbers("written").ShouldBe([1]);
        cinema.Library.Names(Folder).ShouldBe(names);
        var told = (await cinema.Library.FilesAsync(run)).Single(file => file["content"].Text() == "poster");
        told["reason"].Text()!.ShouldContain("interrupted");
    }

    private static async Task<Cinema> PublishedAsync()
    {
        var cinema = await ScannedAsync();
        await cinema.Library.PublishForAsync("kodi");
        await cinema.Library.PublishAsync();
        return cinema;
    }

    private static Dictionary<string, string> Contents(Cinema cinema) =>
        cinema
            .Library.Names(Folder)
            .ToDictionary(
                name => name,
                name => Convert.ToHexString(File.ReadAllBytes(cinema.Library.PathOf($"{Folder}/{name}")))
            );

    /// <summary>As a server leaves it that is killed after a file was written and before that was noted.</summary>
    private static Task ForgetAsync(Cinema cinema, string content) =>
        cinema.Server.Database.WriteAsync(
            commit =>
            {
                commit.Run(
                    "delete from written_files where path in (select path from publish_changes where content = @content)",
                    content
                );
                return commit.Run(
                    "update publish_changes set state = 0, size = null, mtime_ns = null where content = @content",
                    content
                );
            },
            Token
        );
}
