using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Colophon.Formats.Video;
using Colophon.Testing;
using Colophon.Testing.Video;

namespace Colophon.Formats.Tests.Video;

public sealed class MatroskaTests
{
    private static readonly byte[] _picture = TinyPng.Cover(20, 30, 7);

    [Fact]
    public void A_film_says_title_length_and_its_streams()
    {
        VideoFile film = Read(
            MkvBuilder
                .Titled("Blade Runner")
                .Lasting(7_020.5)
                .Track(1, "V_MPEG4/ISO/AVC", Picture(1920, 800), EbmlNode.Number(0x23E383, 41_708_333))
                .Track(2, "A_EAC3", Sound(48_000, 6), EbmlNode.Text(0x22B59C, "ger"), EbmlNode.Text(0x536E, "Deutsch"))
                .Track(17, "S_HDMV/PGS", EbmlNode.Text(0x22B59C, "chi"), EbmlNode.Text(0x22B59D, "zh-hant"))
        );

        (film.Container, film.DurationSeconds, film.Tags.Title).ShouldBe(("matroska", 7_020.5, "Blade Runner"));
        film.Streams.Select(stream => (stream.Index, stream.Type, stream.Codec))
            .ShouldBe([
                (0, StreamType.Video, "h264"),
                (1, StreamType.Audio, "eac3"),
                (2, StreamType.Subtitle, "hdmv_pgs_subtitle"),
            ]);
        film.Streams[0].FrameRate.ShouldBe(23.976);
        (film.Streams[0].Width, film.Streams[0].Height, film.Streams[0].DisplayWidth).ShouldBe((1920, 800, null));
        (film.Streams[1].Channels, film.Streams[1].Layout, film.Streams[1].SampleRate).ShouldBe(
            (6, "5.1(side)", 48_000)
        );
        (film.Streams[1].Language, film.Streams[1].Title).ShouldBe(("de", "Deutsch"));
        film.Streams[2].Language.ShouldBe("zh-Hant");
    }

    [Fact]
    public void Flags_are_read_and_default_is_set_when_nothing_is_said()
    {
        VideoFile film = Read(
            MkvBuilder
                .Untitled()
                .Track(1, "V_VP9")
                .Track(17, "S_TEXT/UTF8", EbmlNode.Number(0x88, 0), EbmlNode.Number(0x55AA, 1))
                .Track(17, "S_TEXT/ASS", EbmlNode.Number(0x55AB, 1))
                .Track(2, "A_AC3", EbmlNode.Number(0x55AF, 1))
                .Track(2, "A_AC3", EbmlNode.Number(0x55AC, 1), EbmlNode.Number(0x55AE, 1))
        );

        film.Streams[0].IsDefault.ShouldBeTrue();
        (film.Streams[1].IsDefault, film.Streams[1].IsForced).ShouldBe((false, true));
        film.Streams[2].IsHearingImpaired.ShouldBeTrue();
        film.Streams[3].IsCommentary.ShouldBeTrue();
        (film.Streams[4].IsVisualImpaired, film.Streams[4].IsOriginal).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(16, HdrKinds.Hdr10)]
    [InlineData(18, HdrKinds.Hlg)]
    [InlineData(1, HdrKinds.None)]
    public void The_transfer_function_says_the_range(int transfer, HdrKinds kinds) =>
        Video(Colour(transfer)).Hdr.ShouldBe(kinds);

    [Theory]
    [InlineData(0x64766343, 7, 6, 16, HdrKinds.DolbyVision | HdrKinds.Hdr10, "7.6")]
    [InlineData(0x64767643, 8, 1, 16, HdrKinds.DolbyVision | HdrKinds.Hdr10, "8.1")]
    [InlineData(0x64767643, 8, 4, 18, HdrKinds.DolbyVision | HdrKinds.Hlg, "8.4")]
    [InlineData(0x64766343, 5, 0, 16, HdrKinds.DolbyVision, "5")]
    [InlineData(0x64767643, 8, 2, 1, HdrKinds.DolbyVision, "8.2")]
    public void Dolby_Vision_says_what_its_base_is(
        int type,
        int profile,
        int compatibility,
        int transfer,
        HdrKinds kinds,
        string name
    )
    {
        byte[] record = [1, 0, (byte)(profile << 1), 0x35, (byte)(compatibility << 4), 0, 0, 0];

        MediaStream video = Video(Colour(transfer), Addition((ulong)type, record));

        (video.Hdr, video.DolbyVision).ShouldBe((kinds, name));
    }

    [Fact]
    public void Terminal_codes_beside_the_blocks_are_HDR10_plus() =>
        Video(Colour(16), Addition(4, [])).Hdr.ShouldBe(HdrKinds.Hdr10 | HdrKinds.Hdr10Plus);

    [Fact]
    public void The_private_data_of_a_codec_say_profile_and_depth()
    {
        byte[] hevc = new byte[23];
        (hevc[0], hevc[1], hevc[17]) = (1, 2, 2);

        MediaStream stream = Read(
            MkvBuilder.Untitled().Track(1, "V_MPEGH/ISO/HEVC", EbmlNode.Bytes(0x63A2, hevc), Picture(3840, 2160))
        ).Streams[0];
        MediaStream vp9 = Read(
            MkvBuilder.Untitled().Track(1, "V_VP9", EbmlNode.Bytes(0x63A2, 1, 1, 2, 3, 1, 10))
        ).Streams[0];
        MediaStream av1 = Read(
            MkvBuilder.Untitled().Track(1, "V_AV1", EbmlNode.Bytes(0x63A2, 0x81, 0x08, 0x40, 0))
        ).Streams[0];
        MediaStream aac = Read(
            MkvBuilder.Untitled().Track(2, "A_AAC", EbmlNode.Bytes(0x63A2, 0x2B, 0x92, 0x08, 0))
        ).Streams[0];

        (stream.Profile, stream.BitDepth).ShouldBe(("Main 10", 10));
        (vp9.Profile, vp9.BitDepth).ShouldBe(("Profile 2", 10));
        (av1.Profile, av1.BitDepth).ShouldBe(("Main", 10));
        (aac.Profile, aac.Channels, aac.SampleRate).ShouldBe(("HE-AAC", 2, 44_100));
    }

    [Theory]
    [InlineData(0, 1024)]
    [InlineData(3, null)]
    public void The_size_to_show_counts_only_in_pixels(int unit, int? shown) =>
        Read(
            MkvBuilder
                .Untitled()
                .Track(
                    1,
                    "V_MPEG2",
                    EbmlNode.Of(
                        0xE0,
                        EbmlNode.Number(0xB0, 720),
                        EbmlNode.Number(0xBA, 576),
                        EbmlNode.Number(0x54B0, 1024),
                        EbmlNode.Number(0x54BA, 576),
                        EbmlNode.Number(0x54B2, (ulong)unit)
                    )
                )
        )
            .Streams[0]
            .DisplayWidth.ShouldBe(shown);

    [Theory]
    [InlineData("V_MS/VFW/FOURCC", "XVID", "mpeg4")]
    [InlineData("V_MS/VFW/FOURCC", "WVC1", "vc1")]
    [InlineData("V_MS/VFW/FOURCC", "zzzz", null)]
    [InlineData("V_SOMETHING", "", null)]
    public void Codecs_of_other_containers_are_told_by_their_four_letters(string id, string letters, string? codec)
    {
        byte[] header = [.. new byte[16], .. System.Text.Encoding.ASCII.GetBytes(letters.PadRight(24, '\0'))];

        Read(MkvBuilder.Untitled().Track(1, id, EbmlNode.Bytes(0x63A2, header))).Streams[0].Codec.ShouldBe(codec);
    }

    [Fact]
    public void Linear_sound_is_named_by_its_depth() =>
        Read(MkvBuilder.Untitled().Track(2, "A_PCM/INT/LIT", EbmlNode.Of(0xE1, EbmlNode.Number(0x6264, 24))))
            .Streams[0]
            .ShouldSatisfyAllConditions(
                stream => stream.Codec.ShouldBe("pcm_s24le"),
                stream => stream.BitDepth.ShouldBe(24)
            );

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void What_stands_behind_the_clusters_is_found(bool isSought, bool isLive)
    {
        MkvBuilder builder = Described().WithAllAtEnd();
        builder = isSought ? builder : builder.WithoutSeekHead();

        VideoFile film = Read(isLive ? builder.Live() : builder);

        film.Streams.Count.ShouldBe(1);
        film.Chapters.Select(chapter => chapter.Title).ShouldBe(["One", "Two"]);
        film.Pictures.Count.ShouldBe(1);
    }

    [Fact]
    public void A_live_recording_without_lengths_is_read_up_to_its_first_cluster() =>
        Read(Described().Live().WithoutSeekHead()).Chapters.Count.ShouldBe(2);

    [Fact]
    public void The_default_edition_counts_and_chapters_in_chapters_do_not()
    {
        VideoFile film = Read(
            Described()
                .Edition(
                    EbmlNode.Number(0x45DB, 1),
                    MkvBuilder.Atom(10, "Second", MkvBuilder.Atom(11, "Inner")),
                    MkvBuilder.Atom(5, "First"),
                    MkvBuilder.Atom(20, "Hidden", EbmlNode.Number(0x98, 1))
                )
        );

        film.Chapters.ShouldBe([new MediaChapter("First", 5_000, null), new MediaChapter("Second", 10_000, null)]);
    }

    [Fact]
    public void Tags_say_show_season_and_episode_by_the_level_of_their_target()
    {
        VideoTags tags = Read(
            Described()
                .Tag(70, "TITLE", "The Show")
                .Tag(70, "TVDB2", "series/121361")
                .Tag(60, "PART_NUMBER", "0")
                .Tag(50, "PART_NUMBER", "7")
                .Tag(50, "DATE_RELEASED", "2011-04-17")
                .Tag(50, "IMDB", "tt1480055")
                .Tag(50, "TMDB", "tv/1399")
                .Tag(50, "COMMENT", "A remark")
        ).Tags;

        (tags.Title, tags.Show, tags.Season, tags.Episode).ShouldBe(("Film", "The Show", 0, 7));
        (tags.Date, tags.Comment).ShouldBe(("2011-04-17", "A remark"));
        tags.Identifiers.ShouldBe(
            [
                new VideoIdentifier("imdb", "tt1480055"),
                new VideoIdentifier("tmdb", "1399", "show"),
                new VideoIdentifier("tvdb", "121361", "show"),
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public void Statistics_of_a_track_say_what_the_header_does_not()
    {
        MediaStream stream = Read(
            MkvBuilder
                .Untitled()
                .Track(1, "V_VP8")
                .Tag(50, "BPS-eng", "4000000", track: 1)
                .Tag(50, "DURATION", "00:00:10.000000000", track: 1)
                .Tag(50, "NUMBER_OF_FRAMES", "250", track: 1)
        ).Streams[0];

        (stream.BitRate, stream.FrameRate, stream.BitDepth).ShouldBe((4_000_000, 25, 8));
    }

    [Fact]
    public void Pictures_are_told_where_they_lie_and_the_cover_comes_first()
    {
        byte[] file = Described()
            .Attach("small_cover.png", "image/png", TinyPng.Cover(5, 5, 1))
            .Attach("cover.png", "image/png", _picture)
            .Attach("font.ttf", "font/ttf", [1, 2, 3])
            .Attach("fake.png", "image/png", [1, 2, 3])
            .Build();
        Reading<VideoFile> reading = Open(file);

        EmbeddedPicture cover = reading.Value!.Pictures[1];
        reading.Value.Pictures.Select(picture => picture.Entry).ShouldBe(["cover.png", "cover.png", "small_cover.png"]);
        file.AsSpan((int)cover.Offset, (int)cover.Size).SequenceEqual(_picture).ShouldBeTrue();
        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.VideoPictureUnsupported]);
    }

    [Fact]
    public void Encrypted_tracks_are_a_warning_beside_their_facts()
    {
        Reading<VideoFile> reading = Open(
            MkvBuilder
                .Untitled()
                .Track(1, "V_VP9", EbmlNode.Of(0x6D80, EbmlNode.Of(0x6240, EbmlNode.Of(0x5035))))
                .Build()
        );

        reading.Fatal.ShouldBeNull();
        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.VideoEncrypted]);
        reading.Value!.Streams[0].Codec.ShouldBe("vp9");
    }

    [Fact]
    public void A_webm_is_named_so() => Read(MkvBuilder.Untitled().WebM().Track(1, "V_VP8")).Container.ShouldBe("webm");

    [Fact]
    public void Buttons_and_control_tracks_are_no_streams() =>
        Read(MkvBuilder.Untitled().Track(1, "V_VP8").Track(0x12, "B_VOBBTN")).Streams.Count.ShouldBe(1);

    [Fact]
    public void A_cut_film_gives_what_could_be_read_with_a_warning()
    {
        Reading<VideoFile> reading = Open(Described().Build()[..^100]);

        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.VideoTruncated]);
        reading.Value!.Streams.Count.ShouldBe(1);
    }

    [Fact]
    public void A_film_cut_before_its_tracks_cannot_be_read() =>
        Open(Described().Build()[..80]).Fatal!.Code.ShouldBe(FindingCodes.VideoTruncated);

    [Fact]
    public void A_film_without_tracks_cannot_be_read() =>
        Open(MkvBuilder.Titled("Nothing").Build()).Fatal!.Code.ShouldBe(FindingCodes.VideoNoStream);

    [Fact]
    public void Seek_heads_that_lead_in_a_circle_end()
    {
        EbmlNode circle = EbmlNode.Of(
            0x114D9B74,
            Enumerable.Repeat(
                EbmlNode.Of(0x4DBB, EbmlNode.Bytes(0x53AB, 0x11, 0x4D, 0x9B, 0x74), EbmlNode.Number(0x53AC, 0)),
                5_000
            )
        );
        byte[] file = [.. EbmlNode.Of(0x1A45DFA3).ToArray(), .. EbmlNode.Of(0x18538067, circle).ToArray()];

        Open(file).Fatal!.Code.ShouldBe(FindingCodes.VideoNoStream);
    }

    [Fact]
    public void A_length_that_lies_costs_no_memory()
    {
        byte[] file = MkvBuilder.Untitled().Track(1, "V_VP9", EbmlNode.Bytes(0x63A2, new byte[10])).Build();
        int at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x63, 0xA2]) + 2;
        (file[at], file[at + 1], file[at + 2], file[at + 3]) = (0x1F, 0xFF, 0xFF, 0xFE);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Reading<VideoFile> reading = Open(file);

        reading.Value!.Streams.Count.ShouldBe(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Elements_nested_without_end_are_not_followed()
    {
        var inner = EbmlNode.Of(0x67C8);
        for (int i = 0; i < 2_000; i++)
        {
            inner = EbmlNode.Of(0x67C8, inner);
        }

        byte[] tags = EbmlNode.Of(0x1254C367, EbmlNode.Of(0x7373, inner)).ToArray();
        byte[] tracks = EbmlNode
            .Of(0x1654AE6B, EbmlNode.Of(0xAE, EbmlNode.Number(0x83, 1), EbmlNode.Text(0x86, "V_VP8")))
            .ToArray();
        byte[] file =
        [
            .. EbmlNode.Of(0x1A45DFA3).ToArray(),
            .. EbmlNode.Open(0x18538067).ToArray(),
            .. tags,
            .. tracks,
        ];

        Open(file).Value!.Streams.Count.ShouldBe(1);
    }

    [Fact]
    public void Reading_that_is_called_off_says_so() =>
        VideoReader
            .Read(new MemoryStream(Described().Build()), new CancellationToken(canceled: true))
            .Fatal!.Code.ShouldBe(FindingCodes.ReadTimeout);

    private static MkvBuilder Described() =>
        MkvBuilder
            .Titled("Film")
            .Track(1, "V_VP9", Picture(640, 360))
            .Chapter(0, "One")
            .Chapter(30, "Two")
            .Attach("cover.png", "image/png", _picture);

    private static MediaStream Video(EbmlNode colour, params IEnumerable<EbmlNode> more) =>
        Read(MkvBuilder.Untitled().Track(1, "V_MPEGH/ISO/HEVC", [EbmlNode.Of(0xE0, colour), .. more])).Streams[0];

    private static EbmlNode Colour(int transfer) => EbmlNode.Of(0x55B0, EbmlNode.Number(0x55BA, (ulong)transfer));

    private static EbmlNode Addition(ulong type, byte[] data) =>
        EbmlNode.Of(0x41E4, EbmlNode.Number(0x41E7, type), EbmlNode.Bytes(0x41ED, data));

    private static EbmlNode Picture(ulong width, ulong height) =>
        EbmlNode.Of(0xE0, EbmlNode.Number(0xB0, width), EbmlNode.Number(0xBA, height));

    private static EbmlNode Sound(double rate, ulong channels) =>
        EbmlNode.Of(0xE1, EbmlNode.Float(0xB5, rate), EbmlNode.Number(0x9F, channels));

    private static VideoFile Read(MkvBuilder builder)
    {
        Reading<VideoFile> reading = Open(builder.Build());
        reading.Fatal.ShouldBeNull();
        return reading.Value!;
    }

    private static Reading<VideoFile> Open(byte[] content) =>
        VideoReader.Read(new MemoryStream(content), CancellationToken.None);
}
