using System.Text;
using Colophon.Formats.Pictures;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Pictures;

public sealed class PictureFactsTests
{
    [Fact]
    public void A_png_says_its_size() =>
        PictureFacts
            .Sniff(TinyPng.Cover(40, 60, seed: 1))
            .ShouldBe(new PictureFacts(PictureFormat.Png, ".png", "image/png", 40, 60));

    [Fact]
    public void A_jpeg_says_its_size_behind_other_segments()
    {
        byte[] jpeg =
        [
            .. "FFD8FFE000104A46494600010100000100010000FFFE00041234FFFFC2001108"u8.ToArray().FromHex(),
            0x02,
            0x58,
            0x01,
            0x90,
            3,
            1,
        ];
        PictureFacts.Sniff(jpeg).ShouldBe(new PictureFacts(PictureFormat.Jpeg, ".jpg", "image/jpeg", 400, 600));
    }

    [Fact]
    public void A_jpeg_cut_off_before_its_size_is_a_jpeg_still() =>
        PictureFacts
            .Sniff([0xFF, 0xD8, 0xFF, 0xE1, 0xFF])
            .ShouldBe(new PictureFacts(PictureFormat.Jpeg, ".jpg", "image/jpeg", null, null));

    [Fact]
    public void A_gif_says_its_size() =>
        PictureFacts
            .Sniff([.. "GIF89a"u8, 0x2C, 0x01, 0x90, 0x01, 0, 0, 0])
            .ShouldBe(new PictureFacts(PictureFormat.Gif, ".gif", "image/gif", 300, 400));

    [Theory]
    [InlineData("VP8 ", "0000000000009D012A2C019001")]
    [InlineData("VP8L", "000000002F2BC1630000000000")]
    [InlineData("VP8X", "0A0000000000000000" + "2B01008F0100")]
    public void Every_kind_of_webp_says_its_size(string kind, string rest)
    {
        byte[] body = Encoding.ASCII.GetBytes(rest).FromHex();
        byte[] chunk = kind switch
        {
            "VP8 " => [0, 0, 0, 0, .. body[3..]],
            _ => body,
        };
        byte[] webp =
        [
            .. "RIFF"u8,
            0,
            0,
            0,
            0,
            .. "WEBP"u8,
            .. Encoding.ASCII.GetBytes(kind),
            .. chunk,
            .. new byte[20],
        ];
        PictureFacts? facts = PictureFacts.Sniff(webp);
        facts.ShouldNotBeNull();
        facts.Format.ShouldBe(PictureFormat.Webp);
        facts.Extension.ShouldBe(".webp");
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("<?xml version=\"1.0\"?>")]
    [InlineData("GIF")]
    [InlineData("RIFF")]
    [InlineData("")]
    public void All_else_is_no_picture(string text) => PictureFacts.Sniff(Encoding.ASCII.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var random = new Random(11);
        byte[][] heads =
        [
            TinyPng.Solid(3, 3, 1, 2, 3),
            [0xFF, 0xD8, 0xFF, 0xE0],
            [.. "RIFF\0\0\0\0WEBPVP8X"u8],
            [.. "GIF89a"u8],
        ];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[random.Next(0, 64)];
            random.NextBytes(bytes);
            byte[] head = heads[random.Next(heads.Length)];
            byte[] mixed = [.. head[..random.Next(head.Length + 1)], .. bytes];
            (PictureFacts.Sniff(mixed)?.Extension ?? ".").ShouldStartWith(".");
        }
    }
}

internal static class HexBytes
{
    public static byte[] FromHex(this byte[] digits) => Convert.FromHexString(Encoding.ASCII.GetString(digits));
}
