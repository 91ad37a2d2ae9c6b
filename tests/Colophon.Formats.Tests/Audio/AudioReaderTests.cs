using Colophon.Formats.Audio;
using Colophon.Formats.Books;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Colophon.Testing;
using Colophon.Testing.Audio;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests.Audio;

public sealed class AudioReaderTests
{
    private static readonly byte[] _picture = TinyPng.Cover(300, 400, 7);

    [Fact]
    public void An_m4b_says_title_people_series_and_length()
    {
        AudioFile book = Read(
            M4bBuilder
                .Titled("The Colour of Magic")
                .By("Terry Pratchett")
                .ReadBy("Nigel Planer")
                .InSeries("Discworld", "1")
                .Freeform("ASIN", "B002SQ1234")
                .Freeform("ISBN", "978-0-306-40615-7")
                .Freeform("SUBTITLE", "A Novel")
                .Freeform("PUBLISHER", "Corgi")
                .Freeform("LANGUAGE", "eng")
                .Text("©gen", "Fantasy; Humour")
                .Text("©day", "1983-11-24")
                .Pair("trkn", 2, 9)
                .Lasting(36_000)
                .Build()
        );

        book.Container.ShouldBe("mp4");
        book.Tags.Title.ShouldBe("The Colour of Magic");
        book.Tags.Subtitle.ShouldBe("A Novel");
        book.Tags.Artists.ShouldBe(["Terry Pratchett"]);
        book.Tags.Composers.ShouldBe(["Nigel Planer"]);
        book.Tags.Series.ShouldBe([new AudioSeries("Discworld", 1)]);
        book.Tags.Identifiers.ShouldBe([
            new BookIdentifier("asin", "B002SQ1234"),
            new BookIdentifier("isbn_13", "9780306406157"),
        ]);
        book.Tags.Genres.ShouldBe(["Fantasy", "Humour"]);
        book.Tags.Date.ShouldBe("1983-11-24");
        book.Tags.Publisher.ShouldBe("Corgi");
        book.Tags.Language.ShouldBe("en");
        (book.Tags.Track, book.Tags.TrackTotal).ShouldBe((2, 9));
        book.Stream.ShouldBe(new AudioStream("aac", 36_000, 64_000, 44_100, 1));
    }

    [Theory]
    [InlineData(ChapterStyle.Nero, MoviePlace.AtEnd)]
    [InlineData(ChapterStyle.Track, MoviePlace.AtEnd)]
    [InlineData(ChapterStyle.Track, MoviePlace.AtStart)]
    [InlineData(ChapterStyle.Nero | ChapterStyle.Track, MoviePlace.AtStart)]
    public void Chapters_are_read_in_either_form(ChapterStyle style, MoviePlace place)
    {
        AudioFile book = Read(
            M4bBuilder
                .Titled("Book")
                .Chapter(0, "Prologue")
                .Chapter(12.5, "Über")
                .Lasting(60)
                .WithChapters(style)
                .WithMovie(place)
                .Build()
        );

        book.Chapters.Select(chapter => (chapter.Title, chapter.StartMs)).ShouldBe([("Prologue", 0), ("Über", 12_500)]);
    }

    [Fact]
    public void A_grouping_with_a_number_is_a_series() =>
        Read(M4bBuilder.Titled("Book").Text("©grp", "The Expanse, Book 2.5").Build())
            .Tags.Series.ShouldBe([new AudioSeries("The Expanse", 2.5)]);

    [Fact]
    public void A_movement_is_a_series() =>
        Read(M4bBuilder.Titled("Book").Text("©mvn", "Saga").Text("©mvi", "3").Build())
            .Tags.Series.ShouldBe([new AudioSeries("Saga", 3)]);

    [Fact]
    public void Several_series_take_their_numbers_in_order() =>
        Read(M4bBuilder.Titled("Book").InSeries("Discworld; Rincewind", "2; 1").Build())
            .Tags.Series.ShouldBe([new AudioSeries("Discworld", 2), new AudioSeries("Rincewind", 1)]);

    [Theory]
    [InlineData("aavd")]
    [InlineData("drms")]
    [InlineData("enca")]
    public void Encrypted_audio_is_a_fatal_finding_beside_its_tags(string format)
    {
        Reading<AudioFile> reading = Open(M4bBuilder.Titled("Locked").Coded(format).Build());

        reading.Fatal!.Code.ShouldBe(FindingCodes.AudioEncrypted);
        reading.Value!.Tags.Title.ShouldBe("Locked");
    }

    [Fact]
    public void A_cut_m4b_gives_what_could_be_read_with_a_warning()
    {
        byte[] whole = M4bBuilder.Titled("Cut").WithMovie(MoviePlace.AtStart).Chapter(0, "One").Build();

        Reading<AudioFile> reading = Open(whole[..^30]);

        reading.Fatal.ShouldBeNull();
        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.AudioTruncated]);
        reading.Value!.Tags.Title.ShouldBe("Cut");
    }

    [Fact]
    public void An_m4b_cut_before_its_movie_box_cannot_be_read() =>
        Open(M4bBuilder.Titled("Cut").Build()[..60]).Fatal!.Code.ShouldBe(FindingCodes.AudioTruncated);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_version_of_ID3_is_read(int version)
    {
        AudioFile file = Read(
            Mp3Builder
                .Titled("Kapitel äöü 父")
                .Album("Buch")
                .By("Ann Author")
                .Track(3, 12)
                .Disc(1, 2)
                .Named("SERIES", "Saga")
                .Named("series-part", "4")
                .Comment("A remark")
                .Text("TCON", "(17)(20)")
                .Version(version)
                .Lasting(720)
                .Build()
        );

        file.Container.ShouldBe("mp3");
        file.Tags.Title.ShouldBe("Kapitel äöü 父");
        file.Tags.Album.ShouldBe("Buch");
        file.Tags.AlbumArtists.ShouldBe(["Ann Author"]);
        file.Tags.Comment.ShouldBe("A remark");
        file.Tags.Genres.ShouldBe(["Rock", "Alternative"]);
        file.Tags.Series.ShouldBe([new AudioSeries("Saga", 4)]);
        (file.Tags.Track, file.Tags.TrackTotal, file.Tags.Disc, file.Tags.DiscTotal).ShouldBe((3, 12, 1, 2));
        file.Stream.Codec.ShouldBe("mp3");
        file.Stream.DurationSeconds!.Value.ShouldBe(720, 0.1);
        file.Stream.Channels.ShouldBe(1);
    }

    [Fact]
    public void Chapters_of_an_MP3_are_read_in_order_of_time()
    {
        AudioFile file = Read(Mp3Builder.Titled("One").Chapter(5, 9, "Second").Chapter(0, 5, "First").Build());

        file.Chapters.ShouldBe([new MediaChapter("First", 0, 5_000), new MediaChapter("Second", 5_000, 9_000)]);
    }

    [Fact]
    public void The_length_of_an_MP3_without_a_table_comes_from_its_frames() =>
        Read(Mp3Builder.Titled("One").WithoutTable().Lasting(100).Build())
            .Stream.DurationSeconds!.Value.ShouldBe(100, 0.2);

    [Fact]
    public void An_older_tag_fills_what_the_newer_one_does_not_say()
    {
        AudioFile file = Read(Mp3Builder.Titled("Newer").WithOldTag("Older", track: 7).Build());

        file.Tags.Title.ShouldBe("Newer");
        file.Tags.Track.ShouldBe(7);
    }

    [Fact]
    public void FLAC_and_Ogg_share_their_comments()
    {
        FlacBuilder builder = FlacBuilder
            .Titled("Part 1")
            .Album("Book")
            .By("Ann")
            .Tag("ALBUM ARTIST", "Ann A.")
            .Tag("narrator", "Bob")
            .Tag("tracknumber", "2")
            .Tag("tracktotal", "5")
            .Tag("DATE", "2009-05")
            .Chapter(1, "00:00:00.000", "One")
            .Chapter(2, "00:01:30.500", "Two")
            .Lasting(120);
        foreach (byte[] bytes in (byte[][])[builder.Build(), builder.BuildOpus(), builder.BuildVorbis()])
        {
            AudioFile file = Read(bytes);

            file.Tags.Title.ShouldBe("Part 1");
            file.Tags.AlbumArtists.ShouldBe(["Ann A."]);
            file.Tags.Narrators.ShouldBe(["Bob"]);
            (file.Tags.Track, file.Tags.TrackTotal).ShouldBe((2, 5));
            file.Tags.Date.ShouldBe("2009-05");
            file.Chapters.Select(chapter => (chapter.Title, chapter.StartMs)).ShouldBe([("One", 0), ("Two", 90_500)]);
            file.Stream.DurationSeconds!.Value.ShouldBe(120, 0.01);
            file.Stream.Channels.ShouldBe(2);
        }
    }

    public static TheoryData<string> Containers =>
        ["m4b", "mp3", "mp3-unsynchronised-3", "mp3-unsynchronised-4", "flac", "opus", "vorbis"];

    [Theory]
    [MemberData(nameof(Containers))]
    public void The_cover_is_copied_out_by_its_place(string container)
    {
        byte[] bytes = container switch
        {
            "m4b" => M4bBuilder.Titled("T").Cover(_picture).Build(),
            "mp3-unsynchronised-3" => Mp3Builder.Titled("T").Cover(Awkward()).Version(3).Unsynchronised().Build(),
            "mp3-unsynchronised-4" => Mp3Builder.Titled("T").Cover(Awkward()).Unsynchronised().Build(),
            "flac" => FlacBuilder.Titled("T").Cover(_picture).Build(),
            "opus" => FlacBuilder.Titled("T").Cover(Large()).BuildOpus(),
            "vorbis" => FlacBuilder.Titled("T").Cover(Large()).BuildVorbis(),
            _ => Mp3Builder.Titled("T").Cover(_picture).Version(3).Build(),
        };
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(path, bytes);
            using SafeFileHandle file = File.OpenHandle(path);
            EmbeddedPicture cover = AudioReader.Read(file, CancellationToken.None).Value!.Cover.ShouldNotBeNull();
            using var copy = new MemoryStream();
            AudioPictures.Copy(file, cover, copy, 1 << 26, CancellationToken.None).ShouldBeNull();

            byte[] expected =
                container.Contains("unsynchronised", StringComparison.Ordinal) ? Awkward()
                : container is "opus" or "vorbis" ? Large()
                : _picture;
            copy.ToArray().ShouldBe(expected);
            cover.Size.ShouldBe(expected.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Another_kind_of_thing_is_no_audio()
    {
        Open(EpubBuilder.Titled("Book").Build()).Fatal!.Code.ShouldBe(FindingCodes.AudioNotAudio);
        Open([]).Fatal!.Code.ShouldBe(FindingCodes.AudioEmpty);
        Open(new byte[5000]).Fatal!.Code.ShouldBe(FindingCodes.AudioNoStream);
    }

    [Fact]
    public void A_stopped_reading_says_so() =>
        AudioReader
            .Read(new MemoryStream(M4bBuilder.Titled("T").Build()), new CancellationToken(canceled: true))
            .Fatal!.Code.ShouldBe(FindingCodes.ReadTimeout);

    [Fact]
    public void A_book_of_ten_hours_is_read_without_its_sample_tables()
    {
        // 1.5 million samples: 12 MB of tables
        var counted = new CountingStream(
            M4bBuilder.Titled("Long").WithSamples(1_500_000).Chapter(0, "One").Lasting(36_000).Build()
        );

        Reading<AudioFile> reading = AudioReader.Read(counted, CancellationToken.None);

        reading.Value!.Stream.DurationSeconds.ShouldBe(36_000);
        reading.Value.Chapters.Count.ShouldBe(1);
        counted.BytesRead.ShouldBeLessThan(256 * 1024);
    }

    [Fact]
    public void A_packed_frame_that_asks_for_a_dictionary_is_passed_over()
    {
        byte[] packed = [0x78, 0x20, 1, 2, 3, 4, 0x4B, 0x4C, 0x02, 0x00];
        byte[] frame = [.. "TIT2"u8, 0, 0, 0, (byte)(packed.Length + 4), 0, 0x09, 0, 0, 0, 16, .. packed];
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, (byte)frame.Length, .. frame];
        byte[] sound = Mp3Builder.Titled("Behind").Build();

        Reading<AudioFile> reading = Open([.. tag, .. sound]);

        reading.Value.ShouldNotBeNull();
    }

    /// <summary>Bytes that unsynchronisation has to work on: FF before 00 and before E0.</summary>
    private static byte[] Awkward() => [.. _picture, 0xFF, 0x00, 0xFF, 0xE3, 0xFF, 0xFF, 0x00, 0x01, 0xFF];

    /// <summary>More than one page of Ogg.</summary>
    private static byte[] Large() => [.. _picture, .. Enumerable.Range(0, 150_000).Select(i => (byte)(i * 31))];

    private static Reading<AudioFile> Open(byte[] bytes) =>
        AudioReader.Read(new MemoryStream(bytes), TestContext.Current.CancellationToken);

    private static AudioFile Read(byte[] bytes)
    {
        Reading<AudioFile> reading = Open(bytes);
        reading.Findings.ShouldBeEmpty();
        return reading.Value.ShouldNotBeNull();
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int read = base.Read(buffer);
            BytesRead += read;
            return read;
        }
    }
}
