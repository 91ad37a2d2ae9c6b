using System.Text.Json;

namespace Colophon.Server.Metadata.Json;

/// <summary>The stored form of values by field: <c>{"title": "...", "authors": [...]}</c>.</summary>
internal static class StoredFields
{
    public static void Write(Utf8JsonWriter json, FieldMap<FieldValue> values, NullMembers nulls)
    {
        var writer = new ValueWriter(json, nulls);
        json.WriteStartObject();
        foreach (var (name, value) in values.Entries)
        {
            json.WritePropertyName(name);
            writer.Write(value);
        }
        json.WriteEndObject();
    }

    /// <summary>The reader stands on the object. JSON null is <see cref="ClearedValue"/>.</summary>
    public static FieldMap<FieldValue> Read(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var values = new List<KeyValuePair<string, FieldValue>>(8);
        while (JsonText.NextMember(ref reader))
        {
            var field = JsonText.FieldName(ref reader);
            reader.Read();
            if (field is null)
                reader.Skip();
            else
                values.Add(new(field.Name, ValueReader.Read(ref reader, field.Type) ?? ClearedValue.Instance));
        }
        return FieldMap<FieldValue>.From(values);
    }
}
