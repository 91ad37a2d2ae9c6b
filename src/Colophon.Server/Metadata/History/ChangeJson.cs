using System.Text.Json;
using Colophon.Server.Metadata.Json;

namespace Colophon.Server.Metadata.History;

/// <summary>
/// The JSON of <c>changes.fields</c>: <c>{field: [before, after, source before, source after]}</c>. People are shown the first two;
/// undoing an edit needs to know whether there was a person's value before, and only the source says so.
/// </summary>
public static class ChangeJson
{
    public static string Write(IReadOnlyDictionary<string, FieldChange> changes) =>
        JsonText.Write(FieldMap<FieldChange>.From(changes), Write);

    public static IReadOnlyDictionary<string, FieldChange> Parse(string json) => JsonText.Read(json, Read);

    private static void Write(Utf8JsonWriter json, FieldMap<FieldChange> changes)
    {
        var values = new ValueWriter(json, NullMembers.LeftOut);
        json.WriteStartObject();
        foreach (var (field, change) in changes.Entries)
        {
            json.WriteStartArray(field);
            values.Write(change.Before);
            values.Write(change.After);
            json.WriteStringValue(change.SourceBefore);
            json.WriteStringValue(change.SourceAfter);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static FieldMap<FieldChange> Read(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var changes = new List<KeyValuePair<string, FieldChange>>();
        while (JsonText.NextMember(ref reader))
        {
            var field = JsonText.FieldName(ref reader);
            reader.Read();
            if (field is null)
                reader.Skip();
            else
                changes.Add(new(field.Name, ReadChange(ref reader, field.Type)));
        }
        return FieldMap<FieldChange>.From(changes);
    }

    private static FieldChange ReadChange(ref Utf8JsonReader reader, FieldType type)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartArray);
        reader.Read();
        var before = ValueReader.Read(ref reader, type);
        reader.Read();
        var after = ValueReader.Read(ref reader, type);
        reader.Read();
        var sourceBefore = reader.GetString();
        reader.Read();
        var sourceAfter = reader.GetString();
        reader.Read();
        JsonText.Expect(ref reader, JsonTokenType.EndArray);
        return new(before, after, sourceBefore, sourceAfter);
    }
}
