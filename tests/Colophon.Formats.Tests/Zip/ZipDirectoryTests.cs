using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Colophon.Formats.Pictures;
using Colophon.Formats.Zip;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Zip;

public sealed class ZipDirectoryTests
{
    [Fact]
    public void Entries_are_listed_and_taken_out_stored_and_deflated()
    {
        ZipDirectory zip = Open(Archive(("a.txt", "stored", true), ("b/c.txt", new string('x', 5000), false)));
        zip.Entries.Select(entry => (entry.Name, entry.Method)).ShouldBe([("a.txt", 0), ("b/c.txt", 8)]);
        Text(zip, "a.txt").ShouldBe("stored");
        Text(zip, "b/c.txt").ShouldBe(new string('x', 5000));
    }

    [Fact]
    public void Bytes_before_the_archive_and_a_comment_behind_it_do_no_harm()
    {
        byte[] archive = Archive(("a.txt", "hello", false));
        byte[] commented = [.. archive[..^2], 5, 0, .. "PK\u0005\u0006!"u8];
        Text(Open([.. new byte[70_000], .. archive]), "a.txt").ShouldBe("hello");
        Text(Open(commented), "a.txt").ShouldBe("hello");
        Text(Open([.. "#!/bin/sh\n"u8, .. commented]), "a.txt").ShouldBe("hello");
    }

    [Fact]
    public void Zip64_is_read()
    {
        byte[] archive = Zip64(Archive(("a.txt", "large", false)));
        Text(Open(archive), "a.txt").ShouldBe("large");
        Text(Open([.. new byte[100], .. archive]), "a.txt").ShouldBe("large");
    }

    [Fact]
    public void Thousands_of_entries_are_found_by_name()
    {
        ZipDirectory zip = Open(Archive([.. Enumerable.Range(0, 3000).Select(i => ($"{i}.txt", $"n{i}", true))]));
        zip.Entries.Count.ShouldBe(3000);
        Text(zip, "2999.txt").ShouldBe("n2999");
        zip.Find("3000.txt").ShouldBeNull();
    }

    [Theory]
    [InlineData("OEBPS/Images/Cover Page.JPG")]
    [InlineData("oebps/images/cover page.jpg")]
    [InlineData(@"OEBPS\Images\Cover Page.JPG")]
    [InlineData("OEBPS/Images/Cover%20Page.JPG")]
    [InlineData("./OEBPS/text/../Images/Cover Page.JPG")]
    [InlineData("/OEBPS/Images/Cover Page.JPG")]
    public void Spellings_of_one_name_meet(string spelling) =>
        Open(Archive(("OEBPS/Images/Cover Page.JPG", "x", true))).Find(spelling).ShouldNotBeNull();

    [Fact]
    public void Composed_and_decomposed_names_meet() =>
        Open(Archive(("café.txt".Normalize(NormalizationForm.FormD), "x", true))).Find("café.txt").ShouldNotBeNull();

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("..")]
    [InlineData("http://example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public void References_that_leave_the_archive_lead_nowhere(string reference) =>
        ZipPath.Resolve("OEBPS.opf", reference).ShouldBeNull();

    [Theory]
    [InlineData("OEBPS/p.opf", "../Images/c.png#x", "Images/c.png")]
    [InlineData("OEBPS/p.opf", "c%20d.png", "OEBPS/c d.png")]
    [InlineData("p.opf", "a/b.png?q=1", "a/b.png")]
    [InlineData("OEBPS/p.opf", "/root.png", "root.png")]
    public void References_are_relative_to_where_they_stand(string from, string reference, string path) =>
        ZipPath.Resolve(from, reference).ShouldBe(path);

    [Theory]
    [InlineData("", FindingCodes.ZipEmpty)]
    [InlineData("<html>not a zip, but long enough to hold an end record</html>", FindingCodes.ZipNotAnArchive)]
    [InlineData("PK\u0003\u0004 and then nothing that would end it", FindingCodes.ZipTruncated)]
    public void What_is_no_archive_is_told_apart(string content, string code) =>
        Refused(Encoding.Latin1.GetBytes(content))!.Code.ShouldBe(code);

    [Fact]
    public void A_directory_with_too_many_entries_is_refused() =>
        Refused(Archive(("a", "1", true), ("b", "2", true)), new ZipLimits(Entries: 1))!
            .Code.ShouldBe(FindingCodes.ZipTooManyEntries);

    [Fact]
    public void A_directory_that_is_too_large_is_refused() =>
        Refused(Archive(("a", "1", true)), new ZipLimits(DirectoryBytes: 10))!
            .Code.ShouldBe(FindingCodes.ZipDirectoryTooLarge);

    [Fact]
    public void An_entry_that_is_too_large_is_refused_before_it_is_read() =>
        CopyOf(Archive(("a", new string('x', 100), false)), "a", limit: 99)!
            .Code.ShouldBe(FindingCodes.ZipEntryTooLarge);

    [Fact]
    public void An_entry_that_lies_about_its_size_is_stopped()
    {
        byte[] archive = Archive(("a", new string('x', 100_000), false));
        int header = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(header + 24), 10);
        ZipDirectory zip = Open(archive);
        zip.ReadAll(zip.Entries[0], 1000, out Finding? finding).ShouldBeNull();
        finding!.Code.ShouldBe(FindingCodes.ZipEntryTooLarge);
    }

    [Fact]
    public void A_bomb_is_stopped_by_its_ratio()
    {
        byte[] archive = Archive(("a", new string('x', 20_000_000), false));
        CopyOf(archive, "a", limit: 100_000_000)!.Code.ShouldBe(FindingCodes.ZipBomb);
    }

    [Fact]
    public void Encrypted_entries_and_unknown_methods_are_told()
    {
        byte[] archive = Archive(("a", "1", true));
        int header = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        byte[] encrypted = [.. archive];
        encrypted[header + 8] |= 1;
        CopyOf(encrypted, "a", 100)!.Code.ShouldBe(FindingCodes.ZipEncrypted);
        byte[] lzma = [.. archive];
        lzma[header + 10] = 14;
        CopyOf(lzma, "a", 100)!.Code.ShouldBe(FindingCodes.ZipMethodUnsupported);
    }

    [Fact]
    public void A_picture_is_copied_from_its_place_alone()
    {
        byte[] picture = TinyPng.Cover(30, 40, 5);
        string path = EpubBuilder
            .Titled("Cover")
            .Cover(picture)
            .WriteTo(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.epub"));
        try
        {
            using var file = File.OpenHandle(path);
            ZipDirectory zip = ZipDirectory.Read(file, null, TestContext.Current.CancellationToken).Value!;
            ZipEntry entry = zip.Find("OEBPS/images/cover.png")!;
            var place = new EmbeddedPicture(
                entry.Name,
                zip.DataOffset(entry)!.Value,
                entry.CompressedSize,
                entry.Size,
                entry.Method
            );
            using var copy = new MemoryStream();
            ZipEntryReader
                .CopyPicture(file, place, copy, 1 << 20, TestContext.Current.CancellationToken)
                .ShouldBeNull();
            copy.ToArray().ShouldBe(picture);
            ZipEntryReader
                .CopyPicture(
                    file,
                    place with
                    {
                        Size = picture.Length + 1,
                    },
                    copy,
                    1 << 20,
                    TestContext.Current.CancellationToken
                )!
                .Code.ShouldBe(FindingCodes.ZipEntryDamaged);
            ZipEntryReader
                .CopyPicture(file, place, copy, picture.Length - 1, TestContext.Current.CancellationToken)!
                .Code.ShouldBe(FindingCodes.ZipEntryTooLarge);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Every_archive_of_the_corpus_is_listed_or_refused_in_time()
    {
        string[] kinds = ["archive", "comic_archive", "epub"];
        foreach ((string path, _) in kinds.SelectMany(Corpus.Files))
        {
            using var file = File.OpenHandle(path);
            long started = Stopwatch.GetTimestamp();
            Reading<ZipDirectory> reading = ZipDirectory.Read(file, null, TestContext.Current.CancellationToken);
            foreach (ZipEntry entry in (reading.Value?.Entries ?? []).Take(50))
            {
                reading.Value!.Copy(entry, Stream.Null, 4 << 20, TestContext.Current.CancellationToken);
            }

            (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue(path);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5), path);
        }
    }

    private static Finding? CopyOf(byte[] archive, string name, long limit)
    {
        ZipDirectory zip = Open(archive);
        return zip.Copy(zip.Find(name)!, Stream.Null, limit, TestContext.Current.CancellationToken);
    }

    private static Finding? Refused(byte[] archive, ZipLimits? limits = null) =>
        ZipDirectory.Read(new MemoryStream(archive), limits, TestContext.Current.CancellationToken).Fatal;

    private static ZipDirectory Open(byte[] archive)
    {
        Reading<ZipDirectory> reading = ZipDirectory.Read(
            new MemoryStream(archive),
            null,
            TestContext.Current.CancellationToken
        );
        reading.Findings.ShouldBeEmpty();
        return reading.Value.ShouldNotBeNull();
    }

    private static string Text(ZipDirectory zip, string name)
    {
        using var content = new MemoryStream();
        zip.Copy(zip.Find(name).ShouldNotBeNull(), content, 1 << 20, TestContext.Current.CancellationToken)
            .ShouldBeNull();
        using PooledBytes? whole = zip.ReadAll(zip.Find(name)!, 1 << 20, out _);
        whole!.Span.SequenceEqual(content.ToArray()).ShouldBeTrue();
        return Encoding.UTF8.GetString(content.ToArray());
    }

    private static byte[] Archive(params (string Name, string Text, bool Stored)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text, bool stored) in entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(
                    name,
                    stored ? CompressionLevel.NoCompression : CompressionLevel.SmallestSize
                );
                using Stream stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>The same archive with the numbers of its end record moved into a ZIP64 record.</summary>
    private static byte[] Zip64(byte[] archive)
    {
        ReadOnlySpan<byte> end = archive.AsSpan(archive.Length - 22);
        byte[] large = new byte[56 + 20];
        "PK\u0006\u0006"u8.CopyTo(large);
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(4), 44);
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(24), BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(32), BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(40), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(48), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        "PK\u0006\u0007"u8.CopyTo(large.AsSpan(56));
        BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(64), archive.Length - 22);
        byte[] small = [.. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 12), 0, 0];
        return [.. archive[..^22], .. large, .. small];
    }
}
