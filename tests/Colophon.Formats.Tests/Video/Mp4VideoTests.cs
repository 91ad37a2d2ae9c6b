using System.Buffers.Binary;
using System.Text;
using Colophon.Formats.Media;
using Colophon.Formats.Video;
using Colophon.Testing;
using Colophon.Testing.Video;

namespace Colophon.Formats.Tests.Video;

public sealed class Mp4VideoTests
{
    private const int German = (4 << 10) | (5 << 5) | 21;

    [Fact]
    public void A_film_says_length_and_its_streams()
    {
        VideoFile film = Read(
            new Mp4FilmBuilder()
                .Lasting(5_400)
                .Video("avc1", 1920, 1080)
                .Audio("ac-3", 2, German, Mp4FilmBuilder.Box("dac3", [0x10, 0x3D, 0x40]))
                .Subtitles("tx3g", new byte[4], [])
        );

        (film.Container, film.DurationSeconds).ShouldBe(("mp4", 5_400));
        film.Streams.Select(stream => (stream.Index, stream.Type, stream.Codec))
            .ShouldBe([
                (0, StreamType.Video, "h264"),
                (1, StreamType.Audio, "ac3"),
                (2, StreamType.Subtitle, "mov_text"),
            ]);
        (film.Streams[0].Width, film.Streams[0].Height, film.Streams[0].FrameRate).ShouldBe((1920, 1080, 23.976));
        film.Streams[0].IsDefault.ShouldBeTrue();
        (film.Streams[1].Channels, film.Streams[1].Layout, film.Streams[1].Language).ShouldBe((6, "5.1(side)", "de"));
    }

    [Theory]
    [InlineData("hvc1", "hevc")]
    [InlineData("hev1", "hevc")]
    [InlineData("dvh1", "hevc")]
    [InlineData("av01", "av1")]
    [InlineData("vp09", "vp9")]
    [InlineData("apch", "prores")]
    [InlineData("encv", null)]
    public void Codecs_are_told_by_their_entry(string entry, string? codec) =>
        Read(new Mp4FilmBuilder().Video(entry, 640, 360)).Streams[0].Codec.ShouldBe(codec);

    [Theory]
    [InlineData(16, HdrKinds.Hdr10)]
    [InlineData(18, HdrKinds.Hlg)]
    [InlineData(1, HdrKinds.None)]
    public void The_colour_box_says_the_range(byte transfer, HdrKinds kinds) =>
        Read(new Mp4FilmBuilder().Video("hvc1", 3840, 2160, Colour(transfer))).Streams[0].Hdr.ShouldBe(kinds);

    [Theory]
    [InlineData("dvcC", 5, 0, HdrKinds.DolbyVision, "5")]
    [InlineData("dvvC", 8, 1, HdrKinds.DolbyVision | HdrKinds.Hdr10, "8.1")]
    public void Dolby_Vision_says_what_its_base_is(
        string box,
        int profile,
        int compatibility,
        HdrKinds kinds,
        string name
    )
    {
        byte[] record = [1, 0, (byte)(profile << 1), 0x35, (byte)(compatibility << 4)];

        MediaStream video = Read(
            new Mp4FilmBuilder().Video("dvh1", 3840, 2160, Colour(16), Mp4FilmBuilder.Box(box, record))
        ).Streams[0];

        (video.Hdr, video.DolbyVision).ShouldBe((kinds, name));
    }

    [Fact]
    public void Depth_and_profile_come_from_the_codec()
    {
        VideoFile film = Read(
            new Mp4FilmBuilder()
                .Video("vp09", 640, 360, Mp4FilmBuilder.FullBox("vpcC", [2, 31, 0xA2, 9, 16, 9, 0, 0]))
                .Video("av01", 640, 360, Mp4FilmBuilder.Box("av1C", [0x81, 0x08, 0x40, 0]))
                .Video("apcn", 640, 360)
        );

        film.Streams.Select(stream => (stream.Profile, stream.BitDepth))
            .ShouldBe([("Profile 2", 10), ("Main", 10), ("Standard", 10)]);
        film.Streams[0].Hdr.ShouldBe(HdrKinds.Hdr10);
    }

    [Fact]
    public void Atmos_is_a_profile_of_its_stream()
    {
        // one substream of 5.1, then the mark of objects
        byte[] box = [0x18, 0x00, 0x20, 0x0F, 0x00, 0x01, 0x10];

        MediaStream sound = Read(
            new Mp4FilmBuilder().Audio("ec-3", 2, German, Mp4FilmBuilder.Box("dec3", box))
        ).Streams[0];

        (sound.Channels, sound.Layout, sound.Profile).ShouldBe((6, "5.1(side)", "Dolby Digital Plus + Dolby Atmos"));
    }

    [Fact]
    public void Subtitles_say_what_they_are_for()
    {
        VideoFile film = Read(
            new Mp4FilmBuilder()
                .Subtitles("tx3g", [0x80, 0, 0, 0], Mp4FilmBuilder.FullBox("elng", "pt-br\0"u8.ToArray()))
                .Subtitles("wvtt", [], [], Mp4FilmBuilder.Box("name", "Songs"u8.ToArray()))
                .Subtitles("stpp", [], [], Kind("urn:mpeg:dash:role:2011", "forced-subtitle"))
                .Subtitles("c608", [], [], Kind("about:html-kind", "captions"))
                .Subtitles("tx3g", new byte[4], [], Mp4FilmBuilder.Box("tagc", "public.auxiliary-content"u8.ToArray()))
        );

        film.Streams.Select(stream => stream.Codec).ShouldBe(["mov_text", "webvtt", "ttml", "eia_608", "mov_text"]);
        (film.Streams[0].IsForced, film.Streams[0].Language).ShouldBe((true, "pt-BR"));
        film.Streams[1].Title.ShouldBe("Songs");
        film.Streams[2].IsForced.ShouldBeTrue();
        film.Streams[3].IsHearingImpaired.ShouldBeTrue();
        film.Streams[4].IsCommentary.ShouldBeTrue();
    }

    [Fact]
    public void Number_zero_is_English_in_QuickTime_and_nothing_elsewhere()
    {
        Read(new Mp4FilmBuilder().Branded("qt  ").Audio("sowt", 2, language: 0)).Streams[0].Language.ShouldBe("en");
        Read(new Mp4FilmBuilder().Audio("sowt", 2, language: 0)).Streams[0].Language.ShouldBeNull();
    }

    [Fact]
    public void Items_say_show_season_and_episode()
    {
        byte[] cover = TinyPng.Cover(20, 30, 7);
        byte[] file = new Mp4FilmBuilder()
            .Video("avc1", 640, 360)
            .Item("©nam", 1, "Winter Is Coming"u8.ToArray())
            .Item("tvsh", 1, "Game of Thrones"u8.ToArray())
            .Item("tvsn", 21, 0, 0, 0, 1)
            .Item("tves", 21, 0, 0, 0, 2)
            .Item("tvnn", 1, "HBO"u8.ToArray())
            .Item("stik", 21, 10)
            .Item("covr", 14, cover)
            .Build();
        VideoFile film = VideoReader.Read(new MemoryStream(file), CancellationToken.None).Value!;

        (film.Tags.Title, film.Tags.Show).ShouldBe(("Winter Is Coming", "Game of Thrones"));
        (film.Tags.Season, film.Tags.Episode, film.Tags.Network).ShouldBe((1, 2, "HBO"));
        film.Tags.Work.ShouldBe(VideoWork.Episode);
        file.AsSpan((int)film.Pictures[0].Offset, (int)film.Pictures[0].Size).SequenceEqual(cover).ShouldBeTrue();
    }

    [Fact]
    public void The_header_of_fragments_says_length_and_rate()
    {
        MediaStream video = Read(
            new Mp4FilmBuilder()
                .InFragments(Mp4FilmBuilder.FullBox("mehd", Big(90_000)), Fragment(start: 0))
                .Video("avc1", 640, 360),
            out double? seconds
        );

        (seconds, video.FrameRate).ShouldBe((90, 23.976));
    }

    [Fact]
    public void An_index_of_segments_that_reaches_to_the_end_says_the_length()
    {
        byte[] fragment = Fragment(start: 0);
        byte[] index = Mp4FilmBuilder.FullBox(
            "sidx",
            [.. Big(1), .. Big(24_000), .. Big(0), .. Big(0), 0, 0, 0, 1],
            [.. Big(fragment.Length), .. Big(24_000 * 33), .. Big(0)]
        );

        Read(new Mp4FilmBuilder().InFragments([], index, fragment).Video("avc1", 640, 360), out double? seconds);

        seconds.ShouldBe(33);
    }

    [Fact]
    public void The_last_fragment_says_the_length_when_nothing_else_does()
    {
        Read(
            new Mp4FilmBuilder().InFragments([], Fragment(0), Fragment(24_000 * 50)).Video("avc1", 640, 360),
            out double? seconds
        );

        seconds!.Value.ShouldBe(50 + (24 * 1001 / 24_000.0), 0.001);
    }

    [Fact]
    public void A_cut_film_gives_what_could_be_read_with_a_warning()
    {
        byte[] whole = new Mp4FilmBuilder().Video("avc1", 640, 360).Item("©nam", 1, "A title"u8.ToArray()).Build();

        Reading<VideoFile> reading = VideoReader.Read(new MemoryStream(whole[..^5]), CancellationToken.None);

        reading.Findings.Select(finding => finding.Code).ShouldBe([FindingCodes.VideoTruncated]);
        reading.Value!.Streams.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", FindingCodes.VideoEmpty)]
    [InlineData("RIFF....AVI LIST", FindingCodes.VideoOtherContainer)]
    [InlineData("....ftypisom....", FindingCodes.VideoTruncated)]
    public void What_cannot_be_read_says_why(string content, string code) =>
        VideoReader
            .Read(new MemoryStream(Encoding.ASCII.GetBytes(content)), CancellationToken.None)
            .Fatal!.Code.ShouldBe(code);

    private static byte[] Colour(byte transfer) =>
        Mp4FilmBuilder.Box("colr", "nclx"u8.ToArray(), [0, 9, 0, transfer, 0, 9, 0]);

    private static byte[] Kind(string scheme, string value) =>
        Mp4FilmBuilder.FullBox("kind", Encoding.UTF8.GetBytes($"{scheme}\0{value}\0"));

    /// <summary>Of 24 pictures, each as long as the header says.</summary>
    private static byte[] Fragment(int start) =>
        Mp4FilmBuilder.Box(
            "moof",
            Mp4FilmBuilder.Box(
                "traf",
                Mp4FilmBuilder.FullBox("tfhd", Big(1)),
                Mp4FilmBuilder.FullBox("tfdt", Big(start)),
                Mp4FilmBuilder.FullBox("trun", Big(24))
            )
        );

    private static byte[] Big(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static MediaStream Read(Mp4FilmBuilder builder, out double? seconds)
    {
        VideoFile film = Read(builder);
        seconds = film.DurationSeconds;
        return film.Streams[0];
    }

    private static VideoFile Read(Mp4FilmBuilder builder)
    {
        Reading<VideoFile> reading = VideoReader.Read(new MemoryStream(builder.Build()), CancellationToken.None);
        reading.Fatal.ShouldBeNull();
        return reading.Value!;
    }
}
