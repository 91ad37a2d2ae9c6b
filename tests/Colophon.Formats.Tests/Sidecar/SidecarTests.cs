using System.Text;
using System.Text.Json;
using Colophon.Formats.Sidecar;

namespace Colophon.Formats.Tests.Sidecar;

public sealed class SidecarTests
{
    [Fact]
    [Trait("Req", "B7")]
    public void What_is_written_is_read_back_as_written_by_Colophon()
    {
        SidecarDocument written = Emma();

        SidecarDocument read = Read(SidecarWriter.Write(written));

        read.Hand.ShouldBe(SidecarHand.Colophon);
        read.Subject.ShouldBe(SidecarSubject.Item);
        Told(read.Fields).ShouldBe(Told(written.Fields));
        Told(read.Locks).ShouldBe(Told(written.Locks));
        read.Cover.ShouldBe(written.Cover);
    }

    [Fact]
    public void Equal_documents_have_equal_bytes() => SidecarWriter.Write(Emma()).ShouldBe(SidecarWriter.Write(Emma()));

    [Theory]
    [InlineData("Emma", "Emmy")]
    [InlineData("\"version\": 1", "\"version\":  1")]
    [InlineData("\n", "\r\n")]
    [InlineData("{", "{ \"more\": 1,")]
    public void Any_change_makes_it_a_persons_word(string what, string by)
    {
        string text = Encoding.UTF8.GetString(SidecarWriter.Write(Emma()));

        Read(Encoding.UTF8.GetBytes(text.Replace(what, by, StringComparison.Ordinal)))
            .Hand.ShouldBe(SidecarHand.Person);
    }

    [Fact]
    public void Letters_stand_in_it_as_they_are()
    {
        SidecarDocument book = Emma() with { Fields = [Field("title", "\"Łódź 三体\"", "manual")], Locks = [] };

        Encoding.UTF8.GetString(SidecarWriter.Write(book)).ShouldContain("Łódź 三体");
    }

    [Fact]
    public void A_person_may_write_bare_values_comments_and_trailing_commas()
    {
        SidecarDocument read = Read(
            """
            {
              // the good edition
              "title": "Emma",
              "authors": ["Jane Austen"],
            }
            """
        );

        read.Hand.ShouldBe(SidecarHand.Person);
        Told(read.Fields).ShouldBe(["title=\"Emma\" by ", "authors=[\"Jane Austen\"] by "]);
    }

    [Fact]
    public void A_mark_before_the_text_is_passed_over() =>
        Told(Read("\uFEFF{\"title\": \"Emma\"}").Fields).ShouldBe(["title=\"Emma\" by "]);

    [Fact]
    public void Of_two_members_of_one_name_the_last_counts() =>
        Told(Read("""{"fields": {"title": "A", "title": {"value": "B", "source": "manual"}}}""").Fields)
            .ShouldBe(["title=\"B\" by manual"]);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"title\": \"\u0001\"}")]
    public void What_is_no_object_is_refused(string text)
    {
        Reading<SidecarDocument> reading = SidecarReader.Read(Encoding.UTF8.GetBytes(text), CancellationToken.None);

        reading.Value.ShouldBeNull();
        reading.Fatal!.Code.ShouldBe(FindingCodes.SidecarMalformed);
    }

    [Fact]
    public void Bytes_that_are_no_Unicode_are_refused() =>
        SidecarReader
            .Read([.. "{\"title\": \""u8, 0xFF, .. "\"}"u8], CancellationToken.None)
            .Fatal!.Code.ShouldBe(FindingCodes.SidecarMalformed);

    [Fact]
    public void Half_of_a_surrogate_pair_costs_its_field_only()
    {
        Reading<SidecarDocument> reading = SidecarReader.Read(
            """{"title": "\ud800", "subtitle": "S"}"""u8.ToArray(),
            CancellationToken.None
        );

        Told(reading.Value!.Fields).ShouldBe(["subtitle=\"S\" by "]);
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.SidecarValueRefused);
    }

    [Fact]
    public void One_of_a_newer_version_is_read_with_a_warning()
    {
        Reading<SidecarDocument> reading = SidecarReader.Read(
            """{"version": 7, "fields": {"title": "Emma"}, "mood": {}}"""u8.ToArray(),
            CancellationToken.None
        );

        Told(reading.Value!.Fields).ShouldBe(["title=\"Emma\" by "]);
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.SidecarNewer);
    }

    [Fact]
    public void One_that_is_too_large_or_too_deep_is_refused()
    {
        byte[] deep = Encoding.UTF8.GetBytes($"{{\"title\": {new string('[', 100)}{new string(']', 100)}}}");

        SidecarReader
            .Read(new byte[SidecarFormat.SizeLimit + 1], CancellationToken.None)
            .Fatal!.Code.ShouldBe(FindingCodes.SidecarTooLarge);
        SidecarReader.Read(deep, CancellationToken.None).Fatal!.Code.ShouldBe(FindingCodes.SidecarMalformed);
    }

    [Fact]
    public void Only_so_many_fields_are_read()
    {
        string many = string.Join(',', Enumerable.Range(0, 600).Select(number => $"\"f{number}\": 1"));

        Reading<SidecarDocument> reading = SidecarReader.Read(
            Encoding.UTF8.GetBytes($"{{{many}}}"),
            CancellationToken.None
        );

        reading.Value!.Fields.Count.ShouldBe(SidecarFormat.FieldLimit);
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.SidecarListCut);
    }

    [Fact]
    public void A_cancelled_reading_says_so() =>
        SidecarReader
            .Read("{\"title\": \"Emma\"}"u8.ToArray(), new CancellationToken(canceled: true))
            .Fatal!.Code.ShouldBe(FindingCodes.ReadTimeout);

    private static SidecarDocument Emma() =>
        new(
            SidecarSubject.Item,
            SidecarHand.Colophon,
            [
                Field("title", "\"Emma\"", "manual"),
                Field("subtitle", "null", "manual"),
                Field("authors", """[{"name": "Jane Austen", "role": "author"}]""", "embedded"),
            ],
            [Field("title", "\"Emma\"", "manual")],
            new SidecarCover("path", "path:cover.jpg")
        );

    private static SidecarField Field(string name, string json, string? source) =>
        new(name, JsonDocument.Parse(json).RootElement, source);

    private static SidecarDocument Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static SidecarDocument Read(byte[] bytes)
    {
        Reading<SidecarDocument> reading = SidecarReader.Read(bytes, CancellationToken.None);
        reading.Findings.ShouldBeEmpty();
        return reading.Value!;
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<SidecarField> fields) =>
        [.. fields.Select(field => $"{field.Name}={JsonSerializer.Serialize(field.Value)} by {field.Source}")];
}
