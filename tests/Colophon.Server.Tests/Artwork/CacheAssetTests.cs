using System.Buffers.Binary;
using System.Text;
using Colophon.Formats.Epub;
using Colophon.Formats.Pictures;
using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Files;
using Colophon.Testing;

namespace Colophon.Server.Tests.Artwork;

[Trait("Req", "C5")]
public sealed class CacheAssetTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    private static readonly byte[] Picture = TinyPng.Cover(60, 90, seed: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_beside_the_book_is_kept_noted_and_becomes_its_cover()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, _) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file: null, "path:cover.jpg");

        var job = await shelf.CacheAsync(item, asset, shelf.With("cover.jpg", Picture));

        (job.Status, job.Attempt, job.Priority, job.MaxAttempts).ShouldBe((JobStatus.Completed, 1, 7, 4));
        var sha256 = CacheFolder.Sha256(Picture);
        var path = $"cache/book/{item}/cover_{sha256}.png";
        (await shelf.AssetRowAsync(asset)).ShouldBe(new PictureShelf.AssetRow(sha256, Picture.Length, 60, 90, path));
        (await File.ReadAllBytesAsync(Path.Combine(server.DataFolder, path), Token)).ShouldBe(Picture);
        var row = await shelf.ItemRowAsync(item);
        (row.CoverAssetId, row.Revision).ShouldBe((asset, 2));
        row.UpdatedAt.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_picture_inside_an_epub_is_taken_out_of_it()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, file) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file, "cover");
        var source = shelf.With("Dune.epub", EpubBuilder.Titled("Dune").Cover(Picture).Build());

        var job = await shelf.CacheAsync(item, asset, source, CoverOf(source));

        job.Error.ShouldBeNull();
        (await shelf.AssetRowAsync(asset)).Sha256.ShouldBe(CacheFolder.Sha256(Picture));
        (await shelf.ItemRowAsync(item)).CoverAssetId.ShouldBe(asset);
    }

    [Fact]
    public async Task A_picture_beside_the_book_takes_the_place_of_the_embedded_one()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, file) = await shelf.BookAsync("Dune");
        var inside = await shelf.AssetAsync(item, file, "cover");
        var beside = await shelf.AssetAsync(item, file: null, "path:folder.jpg");
        var source = shelf.With("Dune.epub", EpubBuilder.Titled("Dune").Cover(Picture).Build());

        await shelf.CacheAsync(item, inside, source, CoverOf(source));
        await shelf.CacheAsync(item, beside, shelf.With("folder.jpg", TinyPng.Cover(61, 90, seed: 2)));

        (await shelf.ItemRowAsync(item)).CoverAssetId.ShouldBe(beside);
    }

    [Fact]
    public async Task The_same_content_of_another_item_is_a_hard_link_in_the_cache_and_never_to_the_media()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var picture = TinyPng.Cover(70, 90, seed: 3);
        var first = await shelf.CoveredBookAsync("One", picture);
        var second = await shelf.CoveredBookAsync("Two", picture);

        Identity(PathIn(first, picture)).ShouldBe(Identity(PathIn(second, picture)));
        Identity(PathIn(first, picture)).ShouldNotBe(Identity(shelf.PathOf("One.jpg")));
    }

    [Fact]
    public async Task A_second_run_over_the_same_content_changes_nothing()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, _) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file: null, "path:cover.jpg");
        var source = shelf.With("cover.jpg", Picture);
        await shelf.CacheAsync(item, asset, source);
        var before = await shelf.ItemRowAsync(item);

        await shelf.CacheAsync(item, asset, source);

        (await shelf.ItemRowAsync(item)).ShouldBe(before);
    }

    [Fact]
    public async Task Another_picture_at_the_same_place_is_a_change_of_the_item()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, _) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file: null, "path:cover.jpg");
        await shelf.CacheAsync(item, asset, shelf.With("cover.jpg", Picture));
        var replaced = TinyPng.Cover(62, 90, seed: 5);

        await shelf.CacheAsync(item, asset, shelf.With("cover.jpg", replaced));

        (await shelf.ItemRowAsync(item)).Revision.ShouldBe(3);
        (await shelf.AssetRowAsync(asset)).Sha256.ShouldBe(CacheFolder.Sha256(replaced));
    }

    [Fact]
    public async Task A_cache_file_of_another_size_than_its_row_is_made_anew()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, _) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file: null, "path:cover.jpg");
        var source = shelf.With("cover.jpg", Picture);
        await shelf.CacheAsync(item, asset, source);
        var path = Path.Combine(server.DataFolder, (await shelf.AssetRowAsync(asset)).CachePath!);
        await File.WriteAllBytesAsync(path, Picture[..20], Token);

        await shelf.CacheAsync(item, asset, source);

        (await File.ReadAllBytesAsync(path, Token)).ShouldBe(Picture);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"900\"/>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("")]
    [InlineData("\u00ff\u00d8\u00ff")]
    public async Task What_is_no_picture_is_refused_at_once_whatever_its_name(string content)
    {
        var error = await RefusalOfAsync(Encoding.Latin1.GetBytes(content));

        error.Code.ShouldBe(AssetErrorCodes.NotAPicture);
    }

    [Fact]
    public async Task A_picture_of_sixty_thousand_pixels_a_side_is_refused_at_once()
    {
        var bomb = Picture.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60_000);

        (await RefusalOfAsync(bomb)).Code.ShouldBe(AssetErrorCodes.TooLarge);
    }

    [Fact]
    public async Task A_picture_of_more_than_fifty_megabytes_is_refused_at_once()
    {
        var huge = new byte[PictureSpool.Limit + 1];
        Picture.CopyTo(huge, 0);

        (await RefusalOfAsync(huge)).Code.ShouldBe(AssetErrorCodes.TooLarge);
        Directory
            .EnumerateFiles(Path.Combine(server.DataFolder, "cache"), "*.part", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_vanished_is_tried_three_times_more_and_then_an_error()
    {
        var clock = new TestClock();
        await using var patient = await ColophonServer.StartAsync(clock);
        var shelf = await PictureShelf.MakeAsync(patient);
        var (item, _) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file: null, "path:cover.jpg");

        var job = await shelf.CacheAsync(
            item,
            asset,
            shelf.PathOf("cover.jpg"),
            whileWaiting: () => clock.Advance(TimeSpan.FromSeconds(1))
        );

        (job.Status, job.Attempt, job.Error?.Code).ShouldBe((JobStatus.Failed, 4, AssetErrorCodes.SourceMissing));
        (await shelf.ItemRowAsync(item)).CoverAssetId.ShouldBeNull();
    }

    [Fact]
    public async Task What_an_archive_says_of_its_picture_is_not_believed()
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, file) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file, "cover");
        var source = shelf.With("Dune.epub", EpubBuilder.Titled("Dune").Cover(Picture).Build());

        var job = await shelf.CacheAsync(item, asset, source, CoverOf(source) with { Offset = 1_000_000 });

        (job.Status, job.Attempt, job.Error?.Code).ShouldBe((JobStatus.Failed, 1, AssetErrorCodes.NotAPicture));
    }

    private async Task<JobError> RefusalOfAsync(byte[] content)
    {
        var shelf = await PictureShelf.MakeAsync(server);
        var (item, _) = await shelf.BookAsync("Dune");
        var asset = await shelf.AssetAsync(item, file: null, "path:cover.jpg");

        var job = await shelf.CacheAsync(item, asset, shelf.With("cover.jpg", content));

        (job.Status, job.Attempt).ShouldBe((JobStatus.Failed, 1));
        (await shelf.AssetRowAsync(asset)).CachePath.ShouldBeNull();
        return job.Error!;
    }

    private static EmbeddedPicture CoverOf(string epub)
    {
        using var stream = File.OpenRead(epub);
        return EpubReader.Read(stream, Token).Value!.Cover!;
    }

    private string PathIn(long item, byte[] picture) =>
        Path.Combine(server.DataFolder, $"cache/book/{item}/cover_{CacheFolder.Sha256(picture)}.png");

    private static FileIdentity Identity(string path) => FileProbe.Look(path).Facts.Identity;
}
