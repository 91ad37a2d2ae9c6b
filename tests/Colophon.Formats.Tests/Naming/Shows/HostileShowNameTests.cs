using System.Text.Json;
using Colophon.Formats.Naming.Companions;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming.Shows;

/// <summary>Names made to do harm, read as names of episodes and of what lies beside them.</summary>
public sealed class HostileShowNameTests
{
    [Fact]
    public void Names_made_to_do_harm_are_read_as_any_other()
    {
        foreach (JsonElement row in Corpus.Cases("made_hostile_names"))
        {
            string input = row.GetProperty("input").GetString()!;
            EpisodeName name = EpisodePath.Explain(input).Name;
            CompanionName? companion = new CompanionFolder([Path.GetFileNameWithoutExtension(input)])
                .Explain(Path.ChangeExtension(input, ".en.srt"))
                .Name;

            foreach (string? text in (string?[])[name.Title, name.Show, companion?.Title])
            {
                text.ShouldBe(text is null ? null : CleanText.Line(text, 500), input);
            }

            (name.Episodes.Count + name.Absolute.Count).ShouldBeLessThanOrEqualTo(1, input);
        }
    }

    [Theory]
    [InlineData("Show S01E01-E9999.mkv", 1)]
    [InlineData("Show S01E01E9999E99999.mkv", 1)]
    [InlineData("Show - 0001-9999.mkv", 0)]
    [InlineData("Show S٠١E٠٢.mkv", 0)]
    [InlineData("Show S00000000000000000000001E01.mkv", 0)]
    [InlineData("Show S01E00000000000000000000001.mkv", 0)]
    public void Numbers_made_to_do_harm_make_no_heap_of_episodes(string path, int episodes)
    {
        EpisodeName name = EpisodePath.Explain(path).Name;

        name.Episodes.Count.ShouldBe(episodes);
        name.Absolute.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("...")]
    [InlineData(".mkv")]
    [InlineData("\u202E.mkv")]
    [InlineData("\uD800/\uDC00.mkv")]
    [InlineData("[].mkv")]
    [InlineData("[]/[]/[].mkv")]
    [InlineData("Season 1/Season 2/Season 3.mkv")]
    public void Names_without_a_name_are_read(string path) => EpisodePath.Explain(path).Name.ShouldNotBeNull();
}
