using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Colophon.Server.Platform.Http;
using Microsoft.OpenApi;

namespace Colophon.Server.Access;

/// <summary>The libraries a user may see: <c>"all"</c>, or a list of ids.</summary>
/// <param name="Ids">Null = all.</param>
[JsonConverter(typeof(LibraryAccessJson))]
public sealed record LibraryAccess(IReadOnlyList<long>? Ids) : IDescribesSchema
{
    public static LibraryAccess All { get; } = new((IReadOnlyList<long>?)null);

    public static LibraryAccess Of(IReadOnlySet<long>? libraries) =>
        libraries is null ? All : new LibraryAccess([.. libraries.Order()]);

    public static void Describe(OpenApiSchema schema)
    {
        var id = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" };
        schema.OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("all")] },
            new OpenApiSchema { Type = JsonSchemaType.Array, Items = id },
        ];
    }

    private sealed class LibraryAccessJson : JsonConverter<LibraryAccess>
    {
        public override LibraryAccess Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String && reader.ValueTextEquals("all"u8))
                return All;
            if (reader.TokenType is not JsonTokenType.StartArray)
                throw new JsonException();
            var ids = new SortedSet<long>();
            while (reader.Read() && reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var id))
                ids.Add(id);
            return reader.TokenType is JsonTokenType.EndArray ? new LibraryAccess([.. ids]) : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, LibraryAccess value, JsonSerializerOptions options)
        {
            if (value.Ids is null)
                writer.WriteStringValue("all"u8);
            else
                JsonSerializer.Serialize(writer, value.Ids, options);
        }
    }
}
