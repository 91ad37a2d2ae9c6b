using Microsoft.OpenApi;

namespace Colophon.Server.Metadata;

/// <summary>What an edit of a field may hold, for the OpenAPI document. Made from the field table and nothing else.</summary>
public static class FieldSchema
{
    public static OpenApiSchema Of(Field field) =>
        field.Type switch
        {
            FieldType.Text => Nullable(Text(field), field),
            FieldType.Date => Nullable(new() { Type = JsonSchemaType.String, Pattern = DatePattern }, field),
            FieldType.Number => Nullable(new() { Type = JsonSchemaType.Number }, field),
            FieldType.Flag => Nullable(new() { Type = JsonSchemaType.Boolean }, field),
            FieldType.Names => ListOf(field, new() { Type = JsonSchemaType.String, MaxLength = field.MaxLength }),
            FieldType.People => ListOf(
                field,
                Object(["name"], ("name", Needed), ("role", Word), ("sort_name", Word), ("character", Word))
            ),
            FieldType.Series => ListOf(
                field,
                Object(["name"], ("name", Needed), ("number", Numeric), ("number_end", Numeric), ("unit", Word))
            ),
            FieldType.Identifiers => ListOf(field, Object(["type", "value"], ("type", Needed), ("value", Needed))),
            FieldType.Ratings => ListOf(
                field,
                Object(["source", "value"], ("source", Needed), ("value", Numeric), ("votes", Whole))
            ),
            FieldType.Chapters => ListOf(field, Chapter()),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "A field type without schema."),
        };

    /// <summary>The body of an edit: every field that may be written, none of them needed, nothing else.</summary>
    public static OpenApiSchema OfEdit(string kind, FieldLevel level) =>
        new()
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = Fields
                .For(kind, level)
                .Where(field => field.Edit == FieldEdit.Editable)
                .ToDictionary(field => field.Name, IOpenApiSchema (field) => Of(field), StringComparer.Ordinal),
        };

    /// <summary>Describes such a body as this schema.</summary>
    public static void Describe(OpenApiSchema schema, string kind, FieldLevel level)
    {
        var edit = OfEdit(kind, level);
        (schema.Type, schema.AdditionalPropertiesAllowed, schema.Properties) = (
            edit.Type,
            edit.AdditionalPropertiesAllowed,
            edit.Properties
        );
    }

    private const string DatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    private static OpenApiSchema Needed => new() { Type = JsonSchemaType.String, MinLength = 1 };

    private static OpenApiSchema Word => new() { Type = JsonSchemaType.String | JsonSchemaType.Null };

    private static OpenApiSchema Numeric => new() { Type = JsonSchemaType.Number | JsonSchemaType.Null };

    private static OpenApiSchema Whole =>
        new()
        {
            Type = JsonSchemaType.Integer | JsonSchemaType.Null,
            Format = "int64",
            Minimum = "0",
        };

    private static OpenApiSchema Text(Field field) =>
        new()
        {
            Type = JsonSchemaType.String,
            MaxLength = field.MaxLength,
            Format = field.Rule == TextRule.Address ? "uri" : null,
        };

    private static OpenApiSchema Chapter()
    {
        var chapter = Object(["title"], ("title", Needed), ("start_ms", Whole), ("page", Whole), ("href", Word));
        chapter.Properties!["children"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array | JsonSchemaType.Null,
            Description = "Chapters again.",
            Items = new OpenApiSchema { Type = JsonSchemaType.Object },
        };
        return chapter;
    }

    private static OpenApiSchema Object(string[] needed, params (string Name, OpenApiSchema Schema)[] members) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(needed, StringComparer.Ordinal),
            Properties = members.ToDictionary(
                member => member.Name,
                IOpenApiSchema (member) => member.Schema,
                StringComparer.Ordinal
            ),
        };

    private static OpenApiSchema ListOf(Field field, OpenApiSchema entry) =>
        Nullable(
            new()
            {
                Type = JsonSchemaType.Array,
                MaxItems = field.MaxEntries,
                Items = entry,
            },
            field
        );

    private static OpenApiSchema Nullable(OpenApiSchema schema, Field field)
    {
        if (field.Presence == FieldPresence.Optional)
            schema.Type |= JsonSchemaType.Null;
        return schema;
    }
}
