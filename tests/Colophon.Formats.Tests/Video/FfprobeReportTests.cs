using System.Text;
using Colophon.Formats.Media;
using Colophon.Formats.Video;

namespace Colophon.Formats.Tests.Video;

public sealed class FfprobeReportTests
{
    /// <summary>As ffprobe writes it, of a film with all there can be.</summary>
    internal static byte[] Report { get; } =
        Encoding.UTF8.GetBytes(
            """
            {
              "streams": [
                {"index": 0, "codec_name": "hevc", "profile": "Main 10", "codec_type": "video", "width": 3840, "height": 2160,
                 "sample_aspect_ratio": "1:1", "pix_fmt": "yuv420p10le", "color_transfer": "smpte2084",
                 "avg_frame_rate": "24000/1001", "r_frame_rate": "24000/1001", "disposition": {"default": 1},
                 "side_data_list": [
                   {"side_data_type": "DOVI configuration record", "dv_profile": 8, "dv_bl_signal_compatibility_id": 1},
                   {"side_data_type": "HDR Dynamic Metadata SMPTE2094-40 (HDR10+)"}]},
                {"index": 1, "codec_name": "dts", "profile": "DTS-HD MA", "codec_type": "audio", "sample_rate": "48000",
                 "channels": 6, "channel_layout": "5.1(side)", "bits_per_raw_sample": "24", "bit_rate": "3500000",
                 "disposition": {"default": 1, "comment": 1}, "tags": {"language": "ger", "title": "Kommentar"}},
                {"index": 2, "codec_name": "hdmv_pgs_subtitle", "codec_type": "subtitle",
                 "disposition": {"forced": 1, "hearing_impaired": 1}, "tags": {"language": "und"}},
                {"index": 3, "codec_name": "mjpeg", "codec_type": "video", "disposition": {"attached_pic": 1}},
                {"index": 4, "codec_type": "data"},
                {"index": 5, "codec_name": "mpeg2video", "codec_type": "video", "width": 720, "height": 576,
                 "sample_aspect_ratio": "64:45", "pix_fmt": "yuv420p", "avg_frame_rate": "0/0", "r_frame_rate": "25/1"}
              ],
              "chapters": [
                {"id": 0, "start_time": "0.000000", "end_time": "12.500000", "tags": {"title": "One"}},
                {"id": 1, "start_time": "12.500000", "end_time": "60.000000"}
              ],
              "format": {"format_name": "mpegts", "duration": "60.000000", "tags": {"title": "A film", "date": "2011",
                "show": "The Show", "season_number": "2", "episode_sort": "3", "IMDB": "tt0083658"}}
            }
            """
        );

    [Fact]
    public void A_report_gives_the_same_record_as_the_readers()
    {
        VideoFile film = FfprobeReport.Parse(Report).Value!;

        (film.Container, film.DurationSeconds).ShouldBe(("mpegts", 60));
        film.Streams.Select(stream => stream.Index).ShouldBe([0, 1, 2, 5]);
        MediaStream video = film.Streams[0];
        (video.Codec, video.Profile, video.BitDepth, video.FrameRate).ShouldBe(("hevc", "Main 10", 10, 23.976));
        video.Hdr.ShouldBe(HdrKinds.DolbyVision | HdrKinds.Hdr10 | HdrKinds.Hdr10Plus);
        (video.DolbyVision, video.IsDefault, video.DisplayWidth).ShouldBe(("8.1", true, null));
        MediaStream sound = film.Streams[1];
        (sound.Channels, sound.Layout, sound.SampleRate, sound.BitDepth).ShouldBe((6, "5.1(side)", 48_000, 24));
        (sound.BitRate, sound.Language, sound.Title).ShouldBe((3_500_000, "de", "Kommentar"));
        sound.IsCommentary.ShouldBeTrue();
        MediaStream subtitle = film.Streams[2];
        (subtitle.IsForced, subtitle.IsHearingImpaired, subtitle.Language).ShouldBe((true, true, null));
        (film.Streams[3].FrameRate, film.Streams[3].BitDepth, film.Streams[3].DisplayWidth).ShouldBe((25, 8, 1024));
        film.Chapters.ShouldBe([new MediaChapter("One", 0, 12_500), new MediaChapter("", 12_500, 60_000)]);
        (film.Tags.Title, film.Tags.Show, film.Tags.Season, film.Tags.Episode).ShouldBe(("A film", "The Show", 2, 3));
        film.Tags.Identifiers.ShouldBe([new VideoIdentifier("imdb", "tt0083658")]);
    }

    [Theory]
    [InlineData("", FindingCodes.VideoReportMalformed)]
    [InlineData("not json", FindingCodes.VideoReportMalformed)]
    [InlineData("{}", FindingCodes.VideoNoStream)]
    [InlineData("[]", FindingCodes.VideoNoStream)]
    [InlineData("""{"streams": 3, "format": "x", "chapters": {}}""", FindingCodes.VideoNoStream)]
    public void What_is_no_report_says_why(string json, string code) =>
        FfprobeReport.Parse(Encoding.UTF8.GetBytes(json)).Fatal!.Code.ShouldBe(code);

    [Fact]
    public void Text_that_breaks_the_rules_of_Unicode_is_passed_over() =>
        FfprobeReport
            .Parse(
                """{"streams": [{"codec_type": "audio", "codec_name": "\ud800"}], "format": {"tags": {"title": "\udc00"}}}"""u8
            )
            .Value!.ShouldSatisfyAllConditions(
                file => file.Streams[0].Codec.ShouldBeNull(),
                file => file.Tags.Title.ShouldBeNull()
            );

    [Fact]
    public void A_name_that_breaks_the_rules_of_Unicode_costs_only_its_object() =>
        FfprobeReport
            .Parse(
                """{"streams": [{"codec_type": "audio", "codec_name": "aac", "tags": {"\ud800\ud800": 1, "title": "a"}}]}"""u8
            )
            .Value!.Streams[0]
            .Codec.ShouldBe("aac");
}
