using Colophon.Formats.Audio;

namespace Colophon.Formats.Tests.Audio;

[Trait("Req", "C5")]
public sealed class SoundSnifferTests
{
    private static readonly byte[] _pageHeader = [.. "OggS"u8, .. new byte[24]];

    [Fact]
    public void Sound_is_known_by_its_first_bytes()
    {
        SoundSniffer.ExtensionOf("ID3\u0003"u8).ShouldBe(".mp3");
        SoundSniffer.ExtensionOf([0xFF, 0xFB, 0x90, 0x64]).ShouldBe(".mp3");
        SoundSniffer.ExtensionOf([0xFF, 0xF1, 0x50, 0x80]).ShouldBe(".aac");
        SoundSniffer.ExtensionOf("fLaC\0"u8).ShouldBe(".flac");
        SoundSniffer.ExtensionOf([.. _pageHeader, .. "OpusHead"u8]).ShouldBe(".opus");
        SoundSniffer.ExtensionOf([.. _pageHeader, 1, .. "vorbis"u8]).ShouldBe(".ogg");
        SoundSniffer.ExtensionOf([.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8]).ShouldBe(".wav");
        SoundSniffer.ExtensionOf([0, 0, 0, 24, .. "ftypM4A "u8]).ShouldBe(".m4a");
    }

    [Fact]
    public void Films_pictures_and_texts_are_no_sound()
    {
        SoundSniffer.ExtensionOf([]).ShouldBeNull();
        SoundSniffer.ExtensionOf("<html>"u8).ShouldBeNull();
        SoundSniffer.ExtensionOf([0xFF, 0xD8, 0xFF, 0xE0]).ShouldBeNull();
        SoundSniffer.ExtensionOf([0xFF, 0xFE, 0x31, 0x00]).ShouldBeNull();
        SoundSniffer.ExtensionOf([0, 0, 0, 24, .. "ftypisom"u8]).ShouldBeNull();
        SoundSniffer.ExtensionOf([.. "RIFF"u8, 0, 0, 0, 0, .. "AVI "u8]).ShouldBeNull();
        SoundSniffer.ExtensionOf([.. _pageHeader, 0x80, .. "theora"u8]).ShouldBeNull();
        SoundSniffer.ExtensionOf([0x1A, 0x45, 0xDF, 0xA3]).ShouldBeNull();
    }
}
