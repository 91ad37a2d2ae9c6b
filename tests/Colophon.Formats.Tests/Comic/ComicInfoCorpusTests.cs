using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Comic;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Comic;

/// <summary>What other servers make of ComicInfo.xml; rows not followed stand in comic-info-not-followed.tsv with their reasons.</summary>
public sealed class ComicInfoCorpusTests
{
    [Fact]
    public void ComicInfo_is_understood_as_others_do_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        var notFollowed = new NotFollowed("tests/Colophon.Formats.Tests/Comic/comic-info-not-followed.tsv");
        foreach (JsonElement row in Corpus.Cases("komga_comicinfo"))
        {
            ComicMetadata said = Read(row.GetProperty("context").GetProperty("comicinfo"));
            notFollowed.Compare(
                "komga_comicinfo",
                row.GetProperty("input").GetString()!,
                row.GetProperty("expected")
                    .EnumerateObject()
                    .Select(field => (field.Name, (string?)Flat(field.Value), Actual(field.Name, said)))
            );
        }

        foreach (JsonElement row in Corpus.Cases("kavita_number_range"))
        {
            string input = row.GetProperty("input").GetString()!;
            ComicNumber? number = ComicNumber.Parse(input);
            JsonElement expected = row.GetProperty("expected");
            notFollowed.Compare(
                "kavita_number_range",
                input,
                [
                    ("min_number", Text(expected.GetProperty("min_number").GetDouble()), Text(number?.Start)),
                    (
                        "max_number",
                        Text(expected.GetProperty("max_number").GetDouble()),
                        Text(number?.End ?? number?.Start)
                    ),
                ]
            );
        }

        notFollowed.Mistakes.ShouldBeEmpty();
    }

    private static ComicMetadata Read(JsonElement info)
    {
        CbzBuilder comic = CbzBuilder.OfPages(1);
        foreach (JsonProperty element in info.EnumerateObject())
        {
            comic.Info(element.Name, element.Value.ToString());
        }

        return ComicReader.Read(new MemoryStream(comic.Build()), TestContext.Current.CancellationToken).Value!.Metadata;
    }

    private static string? Actual(string field, ComicMetadata said) =>
        field switch
        {
            "reading_lists" => string.Join('|', said.Arcs.Select(arc => $"{arc.Name}|{Text(arc.Number)}")),
            "date" => said.Published,
            "authors" => string.Join('|', said.Credits.Select(credit => $"{credit.Name}|{credit.Role}")),
            "series" => said.Series,
            "collections" => string.Join('|', said.SeriesGroups),
            "publisher" => said.Publisher,
            "age_rating" => said.AgeRating,
            "reading_direction" => said.Direction == ReadingDirection.RightToLeft ? "rtl" : "ltr",
            "language" => said.Language,
            "total_count" => $"{said.Count}",
            "genres" => string.Join('|', said.Genres),
            _ => "a field this test does not know",
        };

    private static string Flat(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array
            ? string.Join('|', value.EnumerateArray().Select(Flat))
            : value.ToString();

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
