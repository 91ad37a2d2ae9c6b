using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Artwork.Scrub;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;
using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C5")]
public sealed class ScrubCacheTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cache_file_that_is_gone_or_of_another_size_is_cached_again()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (gone, one) = (TinyPng.Cover(40, 60, seed: 101), await shelf.BookAsync("One"));
        var (cut, two) = (TinyPng.Cover(40, 60, seed: 102), await shelf.BookAsync("Two"));
        var first = await CachedAsync(shelf, one.Item, "one.png", gone);
        var second = await CachedAsync(shelf, two.Item, "two.png", cut);
        File.Delete(first.Path);
        await File.WriteAllBytesAsync(second.Path, cut[..10], Token);

        await ScrubAsync(server);

        await WholeAsync(shelf, first.Asset);
        await WholeAsync(shelf, second.Asset);
        (await File.ReadAllBytesAsync(first.Path, Token)).ShouldBe(gone);
        (await File.ReadAllBytesAsync(second.Path, Token)).ShouldBe(cut);
        (await shelf.ItemRowAsync(one.Item)).CoverAssetId.ShouldBe(first.Asset);
    }

    [Fact]
    public async Task Damaged_bytes_are_found_on_the_day_of_their_row_and_in_all_files_of_that_content()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var picture = TinyPng.Cover(40, 60, seed: 103);
        var other = await CachedAsync(shelf, (await shelf.BookAsync("Linked")).Item, "linked.png", picture);
        var (item, _) = await shelf.BookAsync("Read");
        while ((await shelf.AssetAsync(item, null, $"path:{Guid.NewGuid()}.jpg") + 1) % ScrubRows.Cycle != Today) { }
        var read = await CachedAsync(shelf, item, "read.png", picture);
        FileProbe.Look(read.Path).Facts.Identity.ShouldBe(FileProbe.Look(other.Path).Facts.Identity);
        byte[] damaged = [.. picture[..^1], (byte)~picture[^1]];
        await File.WriteAllBytesAsync(read.Path, damaged, Token);

        await ScrubAsync(server);

        await WholeAsync(shelf, read.Asset);
        await WholeAsync(shelf, other.Asset);
        (await File.ReadAllBytesAsync(read.Path, Token)).ShouldBe(picture);
        (await File.ReadAllBytesAsync(other.Path, Token)).ShouldBe(picture);
    }

    [Fact]
    public async Task Of_a_lost_picture_that_is_nowhere_else_the_log_tells_and_another_is_the_cover()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, _) = await shelf.BookAsync("Dune");
        var lost = await CachedAsync(shelf, item, "cover.png", TinyPng.Cover(40, 60, seed: 104));
        var left = await CachedAsync(shelf, item, "folder.png", TinyPng.Cover(40, 60, seed: 105));
        (await shelf.ItemRowAsync(item)).CoverAssetId.ShouldBe(lost.Asset);
        File.Delete(lost.Path);
        File.Delete(shelf.PathOf("cover.png"));

        var logs = await ScrubAsync(server);

        logs.ShouldContain(line => line.Contains($"cover_{CacheFolder.Sha256(TinyPng.Cover(40, 60, seed: 104))}.png"));
        (await shelf.AssetRowAsync(lost.Asset)).CachePath.ShouldBeNull();
        (await shelf.ItemRowAsync(item)).CoverAssetId.ShouldBe(left.Asset);
    }

    [Fact]
    public async Task What_nothing_refers_to_goes_when_it_is_a_day_old()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var picture = TinyPng.Cover(40, 60, seed: 106);
        var kept = await CachedAsync(shelf, (await shelf.BookAsync("Kept")).Item, "kept.png", picture);
        var (sha256, gone) = (CacheFolder.Sha256(picture), CacheFolder.Sha256([1]));
        string[] stay =
        [
            Path.GetRelativePath(server.DataFolder, kept.Path),
            Thumbnails.PathOf(sha256, 320, ".jpg"),
            Young(Thumbnails.PathOf(gone, 160, ".jpg")),
            Young($"cache/book/900002/cover_{gone}.jpg"),
        ];
        string[] go =
        [
            $"cache/book/900001/cover_{gone}.jpg",
            $"cache/book/900001/fanart_{sha256}.png",
            "cache/book/900001/.cover_12_1.part",
            Thumbnails.PathOf(gone, 320, ".jpg"),
            $"cache/thumbnails/{gone[..2]}/.{gone}_320.part.jpg",
        ];
        foreach (var path in stay[1..2].Concat(go))
            Old(path);
        Age(kept.Path);

        var logs = await ScrubAsync(server);

        go.ShouldAllBe(path => !FileProbe.Look(Path.Combine(server.DataFolder, path)).IsFile);
        stay.ShouldAllBe(path => FileProbe.Look(Path.Combine(server.DataFolder, path)).IsFile);
        FileProbe.Look(Path.Combine(server.DataFolder, "cache/book/900001")).IsFolder.ShouldBeFalse();
        logs[^1].ShouldContain("files removed that nothing refers to");
    }

    [Fact]
    public async Task A_cache_file_stays_with_a_picture_that_belongs_to_another_item_now()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var cached = await CachedAsync(
            shelf,
            (await shelf.BookAsync("Part")).Item,
            "part.png",
            TinyPng.Cover(40, 60, seed: 107)
        );
        var (whole, _) = await shelf.BookAsync("Whole");
        await server.Database.WriteAsync(
            commit => commit.Run("update assets set item_id = @whole where id = @id", whole, cached.Asset),
            Token
        );
        Age(cached.Path);

        await ScrubAsync(server);

        FileProbe.Look(cached.Path).IsFile.ShouldBeTrue();
    }

    [Fact]
    public async Task A_cache_that_the_database_knows_nothing_of_is_left_alone()
    {
        await using var empty = await ColophonServer.StartAsync();
        var path = Path.Combine(empty.DataFolder, $"cache/book/1/cover_{CacheFolder.Sha256([2])}.jpg");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, [2], Token);
        Age(path);

        await ScrubAsync(empty);

        FileProbe.Look(path).IsFile.ShouldBeTrue();
    }

    private static long Today => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86_400 % ScrubRows.Cycle;

    private async Task<(long Asset, string Path)> CachedAsync(
        PictureShelf shelf,
        long item,
        string name,
        byte[] picture
    )
    {
        var asset = await shelf.AssetAsync(item, file: null, $"path:{name}");
        (await shelf.CacheAsync(item, asset, shelf.With(name, picture))).Status.ShouldBe(JobStatus.Completed);
        return (asset, Path.Combine(server.DataFolder, (await shelf.AssetRowAsync(asset)).CachePath!));
    }

    private static Task WholeAsync(PictureShelf shelf, long asset) =>
        JobProbe.Until(
            async () => (await shelf.AssetRowAsync(asset)).CachePath is not null,
            $"asset {asset} in the cache again",
            Token
        );

    private string Young(string path)
    {
        var full = Path.Combine(server.DataFolder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, [1]);
        return path;
    }

    private void Old(string path) => Age(Path.Combine(server.DataFolder, Young(path)));

    private static void Age(string path)
    {
        var longAgo = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2);
        File.SetLastWriteTimeUtc(path, longAgo);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(path)!, longAgo);
    }

    /// <summary>Runs a scrub to its end, after the one that the server began with; what its log says.</summary>
    private static async Task<List<string>> ScrubAsync(ColophonServer server)
    {
        await EndAsync();
        var id = await server.Database.WriteAsync(
            commit =>
                commit.Insert([JobRequest.For(JobTypes.ScrubCache, JobQueues.General, new LibraryJobData(null))])[
                    0
                ]!.Value,
            Token
        );
        await EndAsync();
        var job = await server.Database.WriteAsync(commit => commit.Find(id), Token);
        job!.Status.ShouldBe(JobStatus.Completed, job.Error?.Message);
        return await server.Database.ReadAsync(
            async read =>
                (
                    await read.QueryAsync<string>(
                        "select message from job_logs where job_id = @id order by id",
                        new { id }
                    )
                ).AsList(),
            Token
        );

        Task EndAsync() =>
            JobProbe.Until(
                () =>
                    server.Database.ReadAsync(
                        async read =>
                            await read.QuerySingleAsync<long>(
                                "select count(*) from jobs where type = 'scrub-cache' and status < 2"
                            ) == 0,
                        Token
                    ),
                "the end of the scrub",
                Token
            );
    }
}
