using System.Text;
using System.Text.Json;
using Colophon.Formats.Audio;
using Colophon.Formats.Audio.Mp4;
using Colophon.Formats.Books;
using Colophon.Formats.Media;
using Colophon.Formats.Mp4;
using Colophon.Formats.Zip;
using Colophon.Testing;
using Colophon.Testing.Audio;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Audio;

public sealed class AudioWriterTests
{
    private static readonly byte[] _picture = TinyPng.Cover(20, 30, 7);

    [Theory]
    [InlineData(MoviePlace.AtStart)]
    [InlineData(MoviePlace.AtEnd)]
    public void What_is_written_is_read_back_and_chapters_and_cover_stay(MoviePlace place)
    {
        byte[] source = Book().WithChapters(ChapterStyle.Track).WithMovie(place).Build();

        byte[] copy = Copy(source, Edited(Read(source).Tags));

        Told(Read(copy)).ShouldBe(Told(Read(source) with { Tags = Edited(Read(source).Tags) }));
        Read(copy).Chapters.Select(chapter => chapter.Title).ShouldBe(["Prologue", "One"]);
        PictureOf(copy).ShouldBe(PictureOf(source));
    }

    [Fact]
    public void Chunks_are_found_where_they_went()
    {
        byte[] source = Book().WithChapters(ChapterStyle.Track).WithMovie(MoviePlace.AtStart).Build();

        byte[] grown = Copy(source, Edited(Read(source).Tags));
        byte[] shrunk = Copy(source, AudioTags.None);

        grown.Length.ShouldBeGreaterThan(source.Length);
        shrunk.Length.ShouldBeLessThan(source.Length);
        ChunksOf(grown).ShouldBe(ChunksOf(source));
        ChunksOf(shrunk).ShouldBe(ChunksOf(source));
        ChunksOf(source).ShouldContain(chunk => chunk.Contains("Prologue"));
    }

    [Fact]
    public void Chunks_with_places_of_eight_bytes_are_found_too()
    {
        byte[] source = WithLongPlaces(Book().WithChapters(ChapterStyle.Track).WithMovie(MoviePlace.AtStart).Build());

        byte[] copy = Copy(source, Edited(Read(source).Tags));

        Read(source).Chapters.Count.ShouldBe(2);
        Read(copy).Chapters.ShouldBe(Read(source).Chapters);
        ChunksOf(copy).ShouldBe(ChunksOf(source));
    }

    [Fact]
    public void A_file_without_tags_gets_them()
    {
        byte[] source = WithoutTags(M4bBuilder.Untitled().Chapter(0, "One").WithMovie(MoviePlace.AtStart).Build());
        AudioTags tags = Edited(AudioTags.None);

        Read(source).Tags.Title.ShouldBeNull();
        byte[] copy = Copy(source, tags);

        Told(Read(copy)).ShouldBe(Told(Read(source) with { Tags = tags }));
    }

    [Fact]
    public void What_is_not_shown_is_taken_out_and_what_is_not_known_stays()
    {
        byte[] source = Book()
            .Freeform("MY-OWN", "kept")
            .Text("©xyz", "kept too")
            .Pair("trkn", 3, 9)
            .Text("©grp", "Old Saga, Book 3")
            .Build();

        byte[] copy = Copy(source, AudioTags.None);

        AudioTags tags = Read(copy).Tags;
        Told(Read(copy)).ShouldBe(Told(Read(source) with { Tags = AudioTags.None with { Track = 3, TrackTotal = 9 } }));
        tags.All["MYOWN"].ShouldBe(["kept"]);
        Encoding.UTF8.GetString(copy).ShouldContain("kept too");
    }

    [Fact]
    public void Nothing_to_change_gives_the_same_bytes()
    {
        byte[] source = Book().Build();

        Copy(source, Read(source).Tags).ShouldBe(source);
    }

    [Fact]
    public void A_chosen_cover_becomes_the_only_one()
    {
        byte[] source = Book().WithMovie(MoviePlace.AtStart).WithChapters(ChapterStyle.Track).Build();

        byte[] copy = Copy(source, Read(source).Tags, _picture);

        PictureOf(copy).ShouldBe(_picture);
        Encoding.Latin1.GetString(copy).Split("covr").Length.ShouldBe(2);
        Read(copy).Chapters.ShouldBe(Read(source).Chapters);
    }

    [Fact]
    public void Of_several_series_each_keeps_its_number()
    {
        byte[] source = Book().Build();
        AudioSeries[] series = [new("A", 1.5), new("B", null), new("C", 3)];

        Read(Copy(source, Read(source).Tags with { Series = series })).Tags.Series.ShouldBe(series);
    }

    [Fact]
    public void What_cannot_carry_tags_is_refused_with_a_reason()
    {
        Refusal(Mp3Builder.Titled("Song").Build()).ShouldBe(FindingCodes.AudioTagsUnwritable);
        Refusal([.. Book().Build(), 0, 0, 0, 8, .. "moof"u8]).ShouldBe(FindingCodes.AudioTagsUnwritable);
        Refusal(Book().Coded("drms").Build()).ShouldBe(FindingCodes.AudioEncrypted);
        Refusal("no audio at all, whatever it says"u8.ToArray()).ShouldNotBeNull();
        Refusal([]).ShouldBe(FindingCodes.AudioEmpty);
    }

    [Fact]
    public void A_place_that_would_need_more_than_four_bytes_is_refused()
    {
        byte[] source = Book().WithChapters(ChapterStyle.Track).WithMovie(MoviePlace.AtStart).Build();
        int table = source.AsSpan().LastIndexOf("stco"u8);
        source.AsSpan(table + 12, 4).Fill(0xFF);

        Refusal(source).ShouldBe(FindingCodes.AudioTagsUnwritable);
    }

    [Fact]
    public void A_copy_that_is_called_off_ends()
    {
        using SafeFileHandle file = OnDisk.Of(Book().Build());

        Should.Throw<OperationCanceledException>(() =>
            AudioWriter.Copy(file, Stream.Null, AudioTags.None, cover: null, new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void A_long_book_is_copied_without_being_held_in_memory()
    {
        using SafeFileHandle file = OnDisk.Of([
            .. Book().WithSamples(1_000_000).WithMovie(MoviePlace.AtStart).Build(),
            .. Mp4Pieces.Header("free", 30_000_000),
            .. new byte[30_000_000],
        ]);
        AudioTags tags = Edited(AudioTags.None);
        long before = GC.GetAllocatedBytesForCurrentThread();

        AudioWriter.Copy(file, Stream.Null, tags, cover: null, CancellationToken.None).ShouldBeNull();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Every_clean_file_of_the_corpus_survives_being_copied_with_other_and_with_its_own_tags()
    {
        var mistakes = new List<string>();
        int copied = 0;
        foreach ((string path, _) in Corpus.Files("audio"))
        {
            byte[] source = new FileInfo(path).Length > 4_000_000 ? [] : File.ReadAllBytes(path);
            Reading<AudioFile> before = AudioReader.Read(new MemoryStream(source), CancellationToken.None);
            if (before is not { Value: { Container: "mp4" } audio, Findings: [] } || IsInFragments(source))
            {
                continue;
            }

            copied++;
            AudioTags other = Edited(audio.Tags);
            byte[] edited = Copy(source, other, _picture);
            byte[] back = Copy(edited, audio.Tags);
            if (Told(Read(edited)) != Told(audio with { Tags = other }) || !PictureOf(edited)!.SequenceEqual(_picture))
            {
                mistakes.Add($"{path}:\n{Told(audio with { Tags = other })}\n{Told(Read(edited))}");
            }

            if (Told(Read(back)) != Told(audio) || !ChunksOf(back).SequenceEqual(ChunksOf(source)))
            {
                mistakes.Add($"{path} back:\n{Told(audio)}\n{Told(Read(back))}");
            }
        }

        string.Join('\n', mistakes).ShouldBeEmpty();
        (Corpus.Folder is null || copied > 10).ShouldBeTrue($"{copied} files were copied");
    }

    [Fact]
    public void Mutated_files_never_crash_the_writer_and_a_copy_can_be_read_as_its_source()
    {
        byte[] book = Book().WithChapters(ChapterStyle.Track).WithMovie(MoviePlace.AtStart).Build();
        Mutations.Feed(
            [book, Book().Build()],
            ["stco", "\0\0\0\u0008ilst", "\0\0\0\u0010udta\0\0\0\u0008meta", "co64", "©nam"],
            mutated =>
            {
                using SafeFileHandle file = OnDisk.Of(mutated);
                using var copy = new MemoryStream();
                AudioTags tags = Edited(AudioTags.None);
                if (AudioWriter.Copy(file, copy, tags, cover: null, CancellationToken.None) is null)
                {
                    AudioReader.Read(copy, CancellationToken.None).Value!.Tags.Title.ShouldBe(tags.Title);
                }
            }
        );
    }

    private static M4bBuilder Book() =>
        M4bBuilder
            .Titled("Old")
            .By("Old Author")
            .ReadBy("Old Narrator")
            .InSeries("Old Series", "1")
            .Freeform("ASIN", "B002SQ1234")
            .Text("©gen", "Audiobook; Fantasy")
            .Text("©day", "1983")
            .Cover(TinyPng.Cover(40, 40, 1))
            .Chapter(0, "Prologue")
            .Chapter(20.5, "One");

    private static AudioTags Edited(AudioTags tags) =>
        tags with
        {
            Title = "Łódź & 三体",
            TitleSort = "Lodz",
            Subtitle = "A Novel",
            Album = "Edited album",
            AlbumSort = "album, Edited",
            Artists = ["Ann Author", "Bob Author"],
            ArtistSort = "Author, Ann",
            AlbumArtists = ["Ann Author, Bob Author"],
            AlbumArtistSort = "Author",
            Composers = ["Nat Narrator"],
            Narrators = ["Nat Narrator", "Nora Narrator"],
            Comment = "A remark",
            Description = new string('x', 300) + "\nAnd a second line.",
            Date = "2009-05-01",
            Genres = ["Audiobook", "Science Fiction"],
            Publisher = "House",
            Language = "pt-BR",
            Series = [new AudioSeries("Edited Series", 2.5)],
            Identifiers = [new BookIdentifier("asin", "B08X5JZJLH"), new BookIdentifier("isbn_13", "9780306406157")],
        };

    /// <summary>All that is read but the bit rate of files that do not say it, which is made of their length.</summary>
    private static string Told(AudioFile audio) =>
        JsonSerializer.Serialize(
            audio with
            {
                Tags = audio.Tags with { All = AudioTags.None.All },
                Stream = audio.Stream with { BitRate = null },
                Cover = null,
            }
        );

    private static AudioFile Read(byte[] content)
    {
        Reading<AudioFile> reading = AudioReader.Read(new MemoryStream(content), CancellationToken.None);
        reading.Fatal.ShouldBeNull();
        return reading.Value!;
    }

    private static byte[]? PictureOf(byte[] content) =>
        Read(content).Cover is { } cover ? content[(int)cover.Offset..(int)(cover.Offset + cover.Size)] : null;

    private static bool IsInFragments(byte[] content) => content.AsSpan().IndexOf("moof"u8) >= 0;

    /// <summary>The first bytes of every chunk of every track that lies in the file's samples.</summary>
    private static List<string> ChunksOf(byte[] content)
    {
        using var bytes = new MediaBytes(ZipSource.Of(new MemoryStream(content)), CancellationToken.None);
        Mp4Box movie = Mp4Boxes.Walk(bytes, 0, content.Length).First(box => box.Type == "moov");
        List<Mp4Box> data = [.. Mp4Boxes.Walk(bytes, 0, content.Length).Where(box => box.Type == "mdat")];
        var chunks = new List<string>();
        foreach (Mp4Box track in Mp4Boxes.Children(bytes, movie).Where(box => box.Type == "trak"))
        {
            if (Mp4Boxes.Find(bytes, track, ["mdia", "minf", "stbl"]) is not { } tables)
            {
                continue;
            }

            Mp4Box table = Mp4Boxes.Children(bytes, tables).FirstOrDefault(box => box.Type is "stco" or "co64");
            uint count = table.Type is null ? 0 : bytes.UInt32(table.Start + 4);
            for (uint i = 0; i < count; i++)
            {
                long place =
                    table.Type == "stco"
                        ? bytes.UInt32(table.Start + 8 + (4 * i))
                        : (long)bytes.UInt64(table.Start + 8 + (8 * i));
                Mp4Box holder = data.Find(box => place >= box.Start && place < box.End);
                if (holder.Length > 0)
                {
                    chunks.Add(Encoding.Latin1.GetString(bytes.Peek(place, (int)Math.Min(24, holder.End - place))));
                }
            }
        }

        return chunks;
    }

    /// <summary>Makes the last table of places, which has one, one of eight bytes in the room of a box that nobody needs.</summary>
    private static byte[] WithLongPlaces(byte[] content)
    {
        int table = content.AsSpan().LastIndexOf("stco"u8) - 4;
        uint place = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(table + 16));
        byte[] grown = [.. content[..(table + 20)], 0, 0, 0, 0, .. content[(table + 20)..]];
        foreach (string box in (string[])["moov", "trak", "mdia", "minf", "stbl"])
        {
            int at = grown.AsSpan(0, table).LastIndexOf(Encoding.Latin1.GetBytes(box)) - 4;
            Add(grown.AsSpan(at), 4);
        }

        "co64"u8.CopyTo(grown.AsSpan(table + 4));
        Add(grown.AsSpan(table), 4);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(grown.AsSpan(table + 16), place + 4);
        return grown;

        static void Add(Span<byte> at, uint more) =>
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(
                at,
                System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(at) + more
            );
    }

    private static byte[] WithoutTags(byte[] content)
    {
        "skip"u8.CopyTo(content.AsSpan(content.AsSpan().LastIndexOf("udta"u8)));
        return content;
    }

    private static string? Refusal(byte[] source)
    {
        using SafeFileHandle file = OnDisk.Of(source);
        return AudioWriter.Copy(file, Stream.Null, Edited(AudioTags.None), cover: null, CancellationToken.None)?.Code;
    }

    private static byte[] Copy(byte[] source, AudioTags tags, byte[]? cover = null)
    {
        using SafeFileHandle file = OnDisk.Of(source);
        using var copy = new MemoryStream();
        AudioWriter.Copy(file, copy, tags, cover, CancellationToken.None).ShouldBeNull();
        return copy.ToArray();
    }
}
