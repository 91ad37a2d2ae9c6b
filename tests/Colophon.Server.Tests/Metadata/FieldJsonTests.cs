using System.Text.Json;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Tests.Metadata;

/// <summary>Values as the API takes and gives them.</summary>
public sealed class FieldJsonTests
{
    public static TheoryData<string, string> Wrong =>
        new()
        {
            { """{"title": null}""", "title cannot be empty." },
            { """{"title": "  "}""", "title cannot be empty." },
            { """{"title": 7}""", "title must be text." },
            { """{"title": "half \ud83d"}""", "title is not valid Unicode." },
            { """{"genres": "Fiction"}""", "genres must be a list." },
            { """{"genres": ["Fiction", 3]}""", "genres[1] must be text." },
            { """{"genres": ["Fiction", null]}""", "genres[1] must be text." },
            { """{"authors": ["Jane Austen"]}""", "authors[0] must be an object." },
            { """{"authors": [{}]}""", "authors[0].name cannot be empty." },
            { """{"authors": [{"name": "J", "age": 41}]}""", "authors[0].age is not known here." },
            {
                """{"authors": [{"name": "J", "role": "Chief!"}]}""",
                "authors[0].role must be small letters and underscores, such as author or cover_artist."
            },
            {
                """{"series": [{"name": "S", "number": "1"}]}""",
                "series[0].number must be a number from -1000000 to 1000000."
            },
            {
                """{"series": [{"name": "S", "number": 3, "number_end": 1}]}""",
                "series[0].number_end must not be less than number."
            },
            {
                """{"series": [{"name": "S", "number_end": 1}]}""",
                "series[0].number_end must not be less than number."
            },
            { """{"series": [{"name": "S", "unit": "shelf"}]}""", "series[0].unit must be volume or chapter." },
            { """{"colour": "red"}""", "There is no field colour." },
            { """{"publisher": "Penguin"}""", "There is no field publisher." },
            { """["title"]""", "The body must be a JSON object." },
        };

    public static TheoryData<string, string> WrongForAFile =>
        new()
        {
            { """{"release_date": "1815-13"}""", "release_date must be a date: 2009, 2009-05 or 2009-05-01." },
            { """{"release_date": 1815}""", "release_date must be text." },
            { """{"language": "English, mostly"}""", "language must be a language tag such as pt-BR." },
            { """{"url": "javascript:alert(1)"}""", "url must be an http or https address." },
            {
                """{"identifiers": [{"type": "isbn_13", "value": "9780141439588"}]}""",
                "identifiers[0].value is no isbn_13."
            },
            {
                """{"identifiers": [{"type": "isbn_10", "value": "0141439587"}]}""",
                "identifiers[0].value is no isbn_10."
            },
            {
                """{"identifiers": [{"type": "barcode", "value": "1"}]}""",
                "identifiers[0].type must be one of isbn_13, isbn_10, asin, uuid, goodreads, google, openlibrary, other."
            },
            { """{"identifiers": [{"type": "other"}]}""", "identifiers[0].value cannot be empty." },
            {
                """{"chapters": [{"title": "I", "start_ms": -1}]}""",
                "chapters[0].start_ms must be a whole number from 0 to 31536000000."
            },
            {
                """{"chapters": [{"title": "I", "children": [{}]}]}""",
                "chapters[0].children[0].title cannot be empty."
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_with_an_edit_of_a_book_is_said(string body, string error) =>
        Refused(FieldLevel.Item, body).ShouldBe([error]);

    [Theory]
    [MemberData(nameof(WrongForAFile))]
    public void What_is_wrong_with_an_edit_of_a_file_is_said(string body, string error) =>
        Refused(FieldLevel.File, body).ShouldBe([error]);

    [Fact]
    public void Every_wrong_field_is_named()
    {
        var reading = Read(FieldLevel.Item, """{"title": 1, "genres": 2, "tags": ["fine"]}""");

        reading.Errors.Keys.ShouldBe(["title", "genres"], ignoreOrder: true);
    }

    [Fact]
    public void Texts_and_lists_are_bounded()
    {
        Refused(FieldLevel.Item, $$"""{"title": "{{new string('x', 1001)}}"}""")
            .ShouldBe(["title is longer than 1000 characters."]);
        Refused(FieldLevel.Item, $$"""{"tags": [{{string.Join(',', Enumerable.Repeat("\"x\"", 1001))}}]}""")
            .ShouldBe(["tags has more than 1000 entries."]);
        Refused(FieldLevel.File, $$"""{"chapters": {{Nested(17)}}}""")
            .ShouldHaveSingleItem()
            .ShouldContain("nested deeper");
        Read(FieldLevel.File, $$"""{"chapters": {{Nested(16)}}}""").Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Null_an_empty_text_and_an_empty_list_clear()
    {
        foreach (var nothing in new[] { "null", "[]" })
            Read(FieldLevel.Item, $$"""{"genres": {{nothing}}}""").Values["genres"].ShouldBe(ClearedValue.Instance);
        foreach (var nothing in new[] { "null", "\"\"", "\" \"" })
            Read(FieldLevel.Item, $$"""{"subtitle": {{nothing}}}""").Values["subtitle"].ShouldBe(ClearedValue.Instance);
        foreach (var nothing in new[] { "null", "\"\"" })
            Read(FieldLevel.File, $$"""{"release_date": {{nothing}}}""")
                .Values["release_date"]
                .ShouldBe(ClearedValue.Instance);
    }

    [Fact]
    public void What_was_sent_is_stored_in_one_form()
    {
        Value(FieldLevel.Item, "title", "\"  Emma\\t1 \"").ShouldBe(new TextValue("Emma 1"));
        Value(FieldLevel.Item, "title", "\"two\\nlines\\u0007\"").ShouldBe(new TextValue("two lines"));
        Value(FieldLevel.Item, "description", "\"a\\r\\nb\"").ShouldBe(new TextValue("a\nb"));
        Value(FieldLevel.Item, "description", "\"<p onclick='x()'>a</p><script>b</script>\"")
            .ShouldBe(new TextValue("<p>a</p>"));
        Value(FieldLevel.Item, "genres", """["Fiction", " Fiction ", ""]""").ShouldBe(new NamesValue(["Fiction"]));
        Value(FieldLevel.File, "language", "\"PT_br\"").ShouldBe(new TextValue("pt-BR"));
        Value(FieldLevel.File, "language", "\"zh-hant-tw\"").ShouldBe(new TextValue("zh-Hant-TW"));
        Value(FieldLevel.File, "identifiers", """[{"type": "isbn_13", "value": "978-0-14-143958-7"}]""")
            .ShouldBe(new IdentifiersValue([new("isbn_13", "9780141439587")]));
        Value(FieldLevel.File, "identifiers", """[{"type": "isbn_10", "value": "0-8044-2957-x"}]""")
            .ShouldBe(new IdentifiersValue([new("isbn_10", "080442957X")]));
        Value(FieldLevel.File, "identifiers", """[{"type": "other", "value": "978-0"}]""")
            .ShouldBe(new IdentifiersValue([new("other", "978-0")]));
    }

    [Fact]
    public void Credits_have_the_role_of_their_field_when_they_name_none()
    {
        Value(FieldLevel.Item, "authors", """[{"name": "Jane"}]""").ShouldBe(new PeopleValue([new("Jane", "author")]));
        Value(FieldLevel.File, "narrators", """[{"name": "Jo"}]""").ShouldBe(new PeopleValue([new("Jo", "narrator")]));
        Value(FieldLevel.Item, "authors", """[{"name": "Jo", "role": "cover_artist"}]""")
            .ShouldBe(new PeopleValue([new("Jo", "cover_artist")]));
    }

    [Fact]
    public void What_an_answer_holds_can_be_sent_back()
    {
        Value(FieldLevel.Item, "authors", """[{"person_id": 3, "name": "Jane", "sort_name": null, "role": "author"}]""")
            .ShouldBe(new PeopleValue([new("Jane", "author")]));
        Value(
                FieldLevel.Item,
                "series",
                """[{"series_id": 3, "name": "S", "number": 1.5, "number_end": null, "unit": null}]"""
            )
            .ShouldBe(new SeriesValue([new("S", 1.5)]));
    }

    [Fact]
    public void An_answer_leaves_no_member_out()
    {
        Json(new PeopleValue([new("Jane", "author")]))
            .ShouldBe("""[{"name":"Jane","role":"author","sort_name":null,"character":null}]""");
        Json(new SeriesValue([new("S", 1)])).ShouldBe("""[{"name":"S","number":1,"number_end":null,"unit":null}]""");
        Json(new ChaptersValue([new("I", 5, null, null, [])]))
            .ShouldBe("""[{"title":"I","start_ms":5,"page":null,"href":null,"children":[]}]""");
        Json(new TextValue("道")).ShouldBe("\"道\"");
        Json(new DateValue("2009-05")).ShouldBe("\"2009-05\"");
        Json(ClearedValue.Instance).ShouldBe("null");
        Json(null).ShouldBe("null");
    }

    [Fact]
    public void Answers_may_hold_values_and_documents_as_they_are() =>
        JsonSerializer
            .Serialize(
                new Answer(new NamesValue(["Fiction"]), Value: null, Said.Embedded(Said.Title("Emma")).Document),
                ApiJson.Options
            )
            .ShouldBe("""{"before":["Fiction"],"value":null,"document":{"fields":{"title":"Emma"},"stale":[]}}""");

    [Fact]
    public void What_is_written_can_be_read_back() =>
        Property.Holds(
            2000,
            any =>
            {
                var field = any.OneOf(Fields.All);
                if (field.Type is not (FieldType.Names or FieldType.People or FieldType.Chapters or FieldType.Date))
                    return;
                var value = any.Value(field.Type);
                var json = FieldJson.ToElement(value);
                if (json.GetRawText().Contains("\\n", StringComparison.Ordinal))
                    return;

                var back = FieldJson.Read(field, json);

                back.Errors.ShouldBeEmpty();
                back.Value.ShouldBe(value is NamesValue names ? new NamesValue([.. names.Entries.Distinct()]) : value);
            }
        );

    private static string[] Refused(FieldLevel level, string body) =>
        [.. Read(level, body).Errors.Values.SelectMany(text => text)];

    private static EditReading Read(FieldLevel level, string body) =>
        FieldJson.ReadEdit("book", level, JsonElement.Parse(body));

    private static FieldValue? Value(FieldLevel level, string field, string json) =>
        FieldJson.Read(Fields.Find("book", level, field)!, JsonElement.Parse(json)).Value;

    private static string Json(FieldValue? value) => FieldJson.ToElement(value).GetRawText();

    private static string Nested(int levels) =>
        levels == 0 ? "[]" : $$"""[{"title": "I", "children": {{Nested(levels - 1)}}}]""";

    private sealed record Answer(FieldValue? Before, FieldValue? Value, EvidenceDocument Document);
}
