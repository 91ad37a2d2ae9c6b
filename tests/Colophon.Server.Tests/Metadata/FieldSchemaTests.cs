using System.Text.Json;
using Colophon.Server.Metadata;
using Microsoft.OpenApi;

namespace Colophon.Server.Tests.Metadata;

public sealed class FieldSchemaTests
{
    [Fact]
    public async Task The_schema_of_an_edit_has_every_editable_field_and_nothing_else()
    {
        var schema = await JsonAsync(FieldSchema.OfEdit("book", FieldLevel.Item));

        schema
            .GetProperty("properties")
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(Fields.For("book", FieldLevel.Item).Select(field => field.Name));
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        schema.TryGetProperty("required", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_schema_tells_type_and_bounds()
    {
        var title = await JsonAsync(FieldSchema.Of(Field(FieldLevel.Item, Fields.Title)));
        var genres = await JsonAsync(FieldSchema.Of(Field(FieldLevel.Item, Fields.Genres)));
        var series = await JsonAsync(FieldSchema.Of(Field(FieldLevel.Item, Fields.Series)));

        title.GetProperty("type").GetString().ShouldBe("string");
        title.GetProperty("maxLength").GetInt32().ShouldBe(1000);
        genres
            .GetProperty("type")
            .EnumerateArray()
            .Select(type => type.GetString())
            .ShouldBe(["null", "array"], ignoreOrder: true);
        genres.GetProperty("items").GetProperty("type").GetString().ShouldBe("string");
        series.GetProperty("items").GetProperty("required")[0].GetString().ShouldBe("name");
    }

    [Fact]
    public async Task Every_field_has_a_schema()
    {
        foreach (var field in Fields.All)
            (await JsonAsync(FieldSchema.Of(field))).TryGetProperty("type", out _).ShouldBeTrue();
    }

    private static Field Field(FieldLevel level, string name) => Fields.Find("book", level, name)!;

    private static async Task<JsonElement> JsonAsync(OpenApiSchema schema) =>
        JsonElement.Parse(
            await schema.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, TestContext.Current.CancellationToken)
        );
}
