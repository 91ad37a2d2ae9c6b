using System.Text;
using System.Text.Json;
using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

public sealed class BookNfoTests
{
    [Fact]
    public void A_text_beside_an_audiobook_is_read_whole()
    {
        BookNfo nfo = Read(
            """
            General Information
            ===================
             Title:                  The Great Gatsby
             Author:                 F. Scott Fitzgerald
             Read By:                Jake Gyllenhaal, Kate Winslet
             Series Name:            American Dreams
             Position in Series:     2
             Genre:                  Classics
             Publisher:              Penguin Random House
             Release Date:           2013-04-09
             Language:               eng
             ASIN:                   B08X5JZJLH

            Book Description
            ================
            This is a book.
            It's good.
            """
        );

        nfo.Title.ShouldBe("The Great Gatsby");
        nfo.Authors.ShouldBe(["F. Scott Fitzgerald"]);
        nfo.Narrators.ShouldBe(["Jake Gyllenhaal", "Kate Winslet"]);
        (nfo.Series, nfo.Number).ShouldBe(("American Dreams", 2));
        nfo.Genres.ShouldBe(["Classics"]);
        nfo.ReleaseDate.ShouldBe("2013-04-09");
        nfo.Asin.ShouldBe("B08X5JZJLH");
        nfo.Description.ShouldBe("This is a book.\nIt's good.");
    }

    [Fact]
    public void Xml_says_nothing_here() =>
        Read("<movie><title>Title: no</title></movie>").ShouldBeEquivalentTo(Read(""));

    [Fact]
    public void Old_encodings_are_read() => BookNfoReader.Read([.. "Title: Caf"u8, 0xE9]).Title.ShouldBe("Café");

    [Fact]
    public void The_cases_of_other_servers_are_met()
    {
        foreach (JsonElement one in Corpus.Cases("audiobookshelf_text_nfo"))
        {
            BookNfo nfo = Read(one.GetProperty("input").GetString()!);
            foreach (JsonProperty field in one.GetProperty("expected").EnumerateObject())
            {
                string[]? actual = Said(nfo, field.Name);
                actual?.ShouldBe(Wanted(field.Value), one.ToString());
            }
        }
    }

    private static string[] Wanted(JsonElement expected) =>
        expected.ValueKind switch
        {
            JsonValueKind.Array => [.. expected.EnumerateArray().Select(value => value.GetString()!)],
            JsonValueKind.Null => [],
            // white space at the beginning of a line is not kept
            _ => [expected.GetString()!.Replace("\n ", "\n", StringComparison.Ordinal)],
        };

    /// <summary>Null: whether a reading is abridged is no field of the catalog.</summary>
    private static string[]? Said(BookNfo nfo, string field) =>
        field switch
        {
            "title" => One(nfo.Title),
            "subtitle" => One(nfo.Subtitle),
            "authors" => [.. nfo.Authors],
            "narrators" => [.. nfo.Narrators],
            "tags" => [.. nfo.Tags],
            "publisher" => One(nfo.Publisher),
            "asin" => One(nfo.Asin),
            "language" => One(nfo.Language),
            "description" => One(nfo.Description),
            "year" => One(nfo.ReleaseDate),
            "abridged" => null,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field in the cases."),
        };

    private static string[] One(string? text) => text is null ? [] : [text];

    private static BookNfo Read(string text) => BookNfoReader.Read(Encoding.UTF8.GetBytes(text));
}
