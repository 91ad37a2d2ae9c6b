using System.Text.Json;
using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming.Music;

/// <summary>Names made to do harm, read as names of music.</summary>
public sealed class HostileMusicNameTests
{
    [Fact]
    public void Names_made_to_do_harm_are_read_as_any_other()
    {
        foreach (JsonElement row in Corpus.Cases("made_hostile_names"))
        {
            string input = row.GetProperty("input").GetString()!;
            ShouldBeFit(TrackPath.Explain(Path.ChangeExtension(input, ".flac")).Name, input);
            ShouldBeFit(TrackPath.Explain($"{input}/{input}/01.flac").Name, input);
        }
    }

    [Fact]
    public void Any_text_is_read()
    {
        var random = new Random(20251122);
        for (int i = 0; i < 20_000; i++)
        {
            string path = RandomText.Next(random) + RandomText.Next(random);
            ShouldBeFit(TrackPath.Explain(path).Name, path);
            MusicFolders.DiscOf(path);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("...")]
    [InlineData(".flac")]
    [InlineData("\u202E.flac")]
    [InlineData("\uD800/\uDC00.flac")]
    [InlineData("CD1/CD1/CD1.flac")]
    [InlineData("Albums/Albums/Albums.flac")]
    [InlineData("[]/()/{}.flac")]
    [InlineData("CD٣/٠١ - Title.flac")]
    [InlineData("CD99999999999999999999/99999999999999999999 - Title.flac")]
    public void Names_without_a_name_are_read(string path) => ShouldBeFit(TrackPath.Explain(path).Name, path);

    private static void ShouldBeFit(TrackName name, string path)
    {
        foreach (
            string? text in (string?[])[name.Title, name.Artist, name.Album.Title, name.Album.Artist, name.DiscTitle]
        )
        {
            text.ShouldBe(text is null ? null : CleanText.Line(text, 500), path);
            text?.Length.ShouldBeGreaterThan(0, path);
        }
    }
}
