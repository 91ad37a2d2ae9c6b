using System.Text;
using Colophon.Formats.Subtitles;

namespace Colophon.Formats.Tests.Subtitles;

[Trait("Req", "C5")]
public sealed class SubtitleSnifferTests
{
    private const string Cue = "1\n00:00:01,000 --> 00:00:02,000\nHello\n";

    [Theory]
    [InlineData("a.srt", Cue, ".srt")]
    [InlineData("a.txt", Cue, ".srt")]
    [InlineData("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello", ".vtt")]
    [InlineData("a.srt", "WEBVTT\n", ".vtt")]
    [InlineData("a.ass", "[Script Info]\nScriptType: v4.00+\n", ".ass")]
    [InlineData("a.ass", "[Script Info]\nScriptType: v4.00\n", ".ssa")]
    [InlineData("a.smi", "<SAMI><HEAD></HEAD></SAMI>", ".smi")]
    [InlineData("a.dfxp", "<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\">", ".ttml")]
    [InlineData("a.sub", "{1}{25}Hello|there", ".sub")]
    [InlineData("a.mpl2", "[10][20]Hello", ".mpl2")]
    [InlineData("a.jss", "00:00:01.00 00:00:02.00 VM Hello", ".jss")]
    public void A_subtitle_is_known_by_its_text(string name, string text, string extension) =>
        SubtitleSniffer.ExtensionOf(Encoding.UTF8.GetBytes(text), name).ShouldBe(extension);

    [Fact]
    public void The_writing_does_not_matter()
    {
        SubtitleSniffer.ExtensionOf([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Cue)], "a.srt").ShouldBe(".srt");
        SubtitleSniffer.ExtensionOf([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Cue)], "a.srt").ShouldBe(".srt");
        SubtitleSniffer.ExtensionOf([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Cue)], "a.srt").ShouldBe(".srt");
        SubtitleSniffer.ExtensionOf([.. Encoding.ASCII.GetBytes(Cue), 0xE9, 0xFC], "a.srt").ShouldBe(".srt");
    }

    [Fact]
    public void Subtitles_of_discs_are_known_by_their_bytes()
    {
        byte[] graphic = [.. "PG"u8, 0, 0, 0, 1, 0, 0, 0, 0, 0x16, 0, 19, 0];
        byte[] dvd = [0, 0, 1, 0xBA, .. new byte[10], 0, 0, 1, 0xBD, 0, 8];
        byte[] matroska = [0x1A, 0x45, 0xDF, 0xA3, 0x01];

        SubtitleSniffer.ExtensionOf(graphic, "a.sup").ShouldBe(".sup");
        SubtitleSniffer.ExtensionOf(dvd, "a.sub").ShouldBe(".sub");
        SubtitleSniffer.ExtensionOf(matroska, "a.mks").ShouldBe(".mks");
    }

    [Theory]
    [InlineData("a.srt", "")]
    [InlineData("a.srt", " \r\n ")]
    [InlineData("a.srt", "<!DOCTYPE html><title>00:00:01,000 --> 00:00:02,000</title>")]
    [InlineData("a.sub", "<html><script>alert(1)</script>")]
    [InlineData("a.srt", "404 page not found")]
    [InlineData("a.vtt", "It is a poem.")]
    [InlineData("a.ass", "Dialogue of a play")]
    [InlineData("a.sub", "with a \0 in it")]
    public void Other_texts_are_no_subtitles_whatever_their_name(string name, string text) =>
        SubtitleSniffer.ExtensionOf(Encoding.UTF8.GetBytes(text), name).ShouldBeNull();

    [Fact]
    public void Films_and_pictures_are_no_subtitles_whatever_their_name()
    {
        byte[] matroska = [0x1A, 0x45, 0xDF, 0xA3, 0x01];
        byte[] film = [0, 0, 1, 0xBA, .. new byte[10], 0, 0, 1, 0xBD, 0, 8, 0, 0, 1, 0xE0];
        byte[] mp4 = [0, 0, 0, 24, .. "ftypisom"u8];

        SubtitleSniffer.ExtensionOf(matroska, "a.srt").ShouldBeNull();
        SubtitleSniffer.ExtensionOf(film, "a.sub").ShouldBeNull();
        SubtitleSniffer.ExtensionOf(mp4, "a.sub").ShouldBeNull();
        SubtitleSniffer.ExtensionOf("PGA tour"u8, "a.sup").ShouldBeNull();
    }
}
