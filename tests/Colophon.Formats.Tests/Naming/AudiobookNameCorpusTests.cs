using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Naming;

namespace Colophon.Formats.Tests.Naming;

/// <summary>What known servers make of the names of audiobooks. A subtitle behind a dash stays with its title: only some names mean it so.</summary>
public sealed class AudiobookNameCorpusTests
{
    [Fact]
    public void Folders_of_audiobooks_are_read_as_expected()
    {
        var mistakes = new List<string>();
        foreach (JsonElement row in Corpus.Cases("audiobookshelf_folder_names"))
        {
            string input = row.GetProperty("input").GetString()!;
            JsonElement expected = row.GetProperty("expected");
            BookName name = BookPath.Explain($"{input}/book.m4b", FolderKind.OneBook).Name;
            string wanted = string.Join(
                " | ",
                Text(expected, "title_without_subtitle_split"),
                string.Join(';', expected.GetProperty("authors").EnumerateArray().Select(author => author.GetString())),
                Text(expected, "series"),
                Text(expected, "series_index"),
                Text(expected, "year"),
                string.Join(
                    ';',
                    expected.GetProperty("narrators").EnumerateArray().Select(person => person.GetString())
                )
            );
            string actual = string.Join(
                " | ",
                name.Title,
                string.Join(';', name.Authors),
                name.Series,
                name.Number?.ToString(CultureInfo.InvariantCulture),
                name.Year?.ToString(CultureInfo.InvariantCulture),
                string.Join(';', name.Narrators)
            );
            if (actual != wanted)
            {
                mistakes.Add($"{input}: {actual}, expected {wanted}");
            }
        }

        string.Join('\n', mistakes).ShouldBeEmpty();
    }

    [Fact]
    public void Names_of_people_are_divided_as_expected()
    {
        foreach (JsonElement row in Corpus.Cases("audiobookshelf_author_names"))
        {
            if (row.GetProperty("expected").TryGetProperty("authors", out JsonElement authors))
            {
                PersonList
                    .OfTag([row.GetProperty("input").GetString()!])
                    .ShouldBe(authors.EnumerateArray().Select(author => author.GetString()!));
            }
        }
    }

    [Theory]
    [InlineData("Ann Author/Bob Writer", "Ann Author|Bob Writer")]
    [InlineData("AC/DC", "AC/DC")]
    [InlineData("Martin Luther King, Jr.", "Martin Luther King, Jr.")]
    [InlineData("Read by Nigel Planer; Tony Robinson", "Nigel Planer|Tony Robinson")]
    [InlineData("Le Guin, Ursula K.", "Ursula K. Le Guin")]
    public void A_tag_with_several_people_is_divided_with_care(string tag, string people) =>
        string.Join('|', PersonList.OfTag([tag])).ShouldBe(people);

    private static string Text(JsonElement expected, string name) =>
        expected.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "";
}
