using Colophon.Server.Artwork;
using Colophon.Testing;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C5")]
public sealed class CacheStoreTests : IDisposable
{
    private static readonly byte[] Picture = TinyPng.Cover(60, 90, seed: 1);
    private readonly CacheFolder cache = new();

    [Fact]
    public void A_picture_lies_where_its_item_its_type_and_its_content_say()
    {
        var kept = cache.Keep(Picture, CacheFolder.Slot(item: 12));

        kept.CachePath.ShouldBe($"cache/book/12/cover_{CacheFolder.Sha256(Picture)}.png");
        kept.CachePath.ShouldMatch("^cache/book/12/cover_[0-9a-f]{64}[.]png$");
        kept.Size.ShouldBe(Picture.Length);
        kept.Action.ShouldBe(CacheAction.Written);
        File.ReadAllBytes(cache.Full(kept.CachePath)).ShouldBe(Picture);
        cache.Files().ShouldBe([kept.CachePath]);
    }

    [Fact]
    public void What_is_there_already_is_not_written_again()
    {
        var first = cache.Keep(Picture, CacheFolder.Slot());
        var before = File.GetLastWriteTimeUtc(cache.Full(first.CachePath));
        File.SetLastWriteTimeUtc(cache.Full(first.CachePath), before.AddHours(-1));
        var again = cache.Keep(Picture, CacheFolder.Slot(attempt: 2));

        again.ShouldBe(first with { Action = CacheAction.Found });
        File.GetLastWriteTimeUtc(cache.Full(first.CachePath)).ShouldBe(before.AddHours(-1));
    }

    [Fact]
    public void The_same_content_of_another_item_is_a_second_name_of_one_file()
    {
        var first = cache.Keep(Picture, CacheFolder.Slot(item: 1));
        var second = cache.Keep(Picture, CacheFolder.Slot(item: 2));

        second.Action.ShouldBe(CacheAction.Linked);
        cache.Identity(second.CachePath).ShouldBe(cache.Identity(first.CachePath));
        cache.Files().ShouldBe([first.CachePath, second.CachePath]);
    }

    [Fact]
    public void After_a_restart_the_database_says_where_the_same_content_lies()
    {
        var first = cache.Keep(Picture, CacheFolder.Slot(item: 1));
        cache.Restart();

        var second = cache.Keep(Picture, CacheFolder.Slot(item: 2), first.CachePath);

        second.Action.ShouldBe(CacheAction.Linked);
        cache.Identity(second.CachePath).ShouldBe(cache.Identity(first.CachePath));
    }

    [Fact]
    public void A_path_the_database_tells_is_linked_only_when_it_is_whole()
    {
        cache.Place("cache/book/1/cover_x.png", Picture[..^1]);

        var kept = cache.Keep(Picture, CacheFolder.Slot(item: 2), "cache/book/1/cover_x.png", "cache/book/1/gone.png");

        kept.Action.ShouldBe(CacheAction.Written);
        File.ReadAllBytes(cache.Full(kept.CachePath)).ShouldBe(Picture);
    }

    [Fact]
    public void A_media_file_is_never_linked()
    {
        var media = cache.Place("media/cover.png", Picture);

        var kept = cache.Keep(Picture, CacheFolder.Slot(), "media/cover.png", media, $"../{Path.GetFileName(media)}");

        kept.Action.ShouldBe(CacheAction.Written);
        cache.Identity(kept.CachePath).ShouldNotBe(cache.Identity("media/cover.png"));
    }

    [Fact]
    public void A_file_of_another_size_counts_as_absent_and_is_made_anew()
    {
        var kept = cache.Keep(Picture, CacheFolder.Slot());
        cache.Place(kept.CachePath, Picture[..10]);

        cache.Store.Holds(kept.CachePath, Picture.Length).ShouldBeFalse();
        cache.Store.Open(kept.CachePath, Picture.Length).ShouldBeNull();
        cache.Keep(Picture, CacheFolder.Slot()).Action.ShouldBe(CacheAction.Written);
        cache.Store.Holds(kept.CachePath, Picture.Length).ShouldBeTrue();
    }

    [Fact]
    public void Mending_one_name_leaves_the_other_items_bytes_alone()
    {
        var first = cache.Keep(Picture, CacheFolder.Slot(item: 1));
        var other = TinyPng.Cover(61, 90, seed: 2);
        var second = cache.Keep(other, CacheFolder.Slot(item: 1));

        File.ReadAllBytes(cache.Full(first.CachePath)).ShouldBe(Picture);
        second.CachePath.ShouldNotBe(first.CachePath);
    }

    [Fact]
    public void A_try_that_was_killed_before_its_rename_leaves_nothing_to_see_or_keep()
    {
        var killed = CacheFolder.Slot(attempt: 1);
        cache.Place($"{killed.Folder}/.cover_{killed.JobId}_1.part", Picture[..50]);
        cache.Place($"{killed.Folder}/.cover_9999_1.part", Picture[..50]);

        cache.Store.Sweep(CacheFolder.Slot(attempt: 2));
        var kept = cache.Keep(Picture, CacheFolder.Slot(attempt: 2));

        // The other temporary file belongs to another job, which may be writing it just now.
        cache.Files().ShouldBe([$"{killed.Folder}/.cover_9999_1.part", kept.CachePath]);
    }

    [Fact]
    public void A_large_picture_goes_through_a_temporary_file_that_is_gone_afterwards()
    {
        var large = Large(5_000_000);

        var kept = cache.Keep(large, CacheFolder.Slot(item: 1));
        var linked = cache.Keep(large, CacheFolder.Slot(item: 2));

        kept.CachePath.ShouldContain(CacheFolder.Sha256(large));
        File.ReadAllBytes(cache.Full(kept.CachePath)).ShouldBe(large);
        linked.Action.ShouldBe(CacheAction.Linked);
        cache.Files().ShouldBe([kept.CachePath, linked.CachePath]);
    }

    [Fact]
    public void A_large_picture_that_is_given_up_leaves_no_temporary_file()
    {
        using (var spool = cache.Store.Spool(CacheFolder.Slot(), 10))
        {
            spool.Write(Large(5_000_000));
            spool.File.ShouldNotBeNull();
        }

        cache.Files().ShouldBeEmpty();
    }

    [Fact]
    public void More_than_fifty_megabytes_are_refused()
    {
        using var spool = cache.Store.Spool(CacheFolder.Slot(), 10);
        var part = new byte[1 << 20];
        for (var i = 0; i < 50; i++)
            spool.Write(part);

        Should.Throw<PictureTooLargeException>(() => spool.Write([1]));
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_a_clear_refusal_and_leaves_nothing_behind()
    {
        cache.Place("cache/book/12", [1]);

        var refusal = Should.Throw<CacheUnwritableException>(() => cache.Keep(Picture, CacheFolder.Slot(item: 12)));

        refusal.Message.ShouldContain(cache.Full("cache/book/12"));
        cache.Files().ShouldBe(["cache/book/12"]);
    }

    [Fact]
    public async Task Of_many_that_keep_one_content_at_once_one_writes_and_the_others_link()
    {
        var kept = await Task.WhenAll(
            Enumerable
                .Range(1, 40)
                .Select(item =>
                    Task.Run(() => cache.Keep(Picture, CacheFolder.Slot(item)), TestContext.Current.CancellationToken)
                )
        );

        kept.Count(picture => picture.Action == CacheAction.Written).ShouldBe(1);
        kept.Select(picture => cache.Identity(picture.CachePath)).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("../book")]
    [InlineData("Book")]
    [InlineData("")]
    [InlineData("a/b")]
    public void Only_plain_words_make_a_path(string word)
    {
        Should.Throw<ArgumentException>(() => new CacheSlot(word, 1, "cover", 1, 1).PathOf("00", ".png"));
        Should.Throw<ArgumentException>(() => new CacheSlot("book", 1, word, 1, 1).PathOf("00", ".png"));
    }

    [Fact]
    public void A_link_out_of_the_cache_is_not_opened()
    {
        var secret = cache.Place("secret.png", Picture);
        Directory.CreateDirectory(cache.Full("cache/book/1"));
        File.CreateSymbolicLink(cache.Full("cache/book/1/cover_0.png"), secret);

        cache.Store.Open("cache/book/1/cover_0.png", Picture.Length).ShouldBeNull();
    }

    public void Dispose() => cache.Dispose();

    private static byte[] Large(int size)
    {
        var bytes = new byte[size];
        Picture.CopyTo(bytes, 0);
        new Random(7).NextBytes(bytes.AsSpan(Picture.Length));
        return bytes;
    }
}
