using System.Text.Json;

namespace Colophon.Server.Metadata.Json;

/// <summary>The stored form of locks: <c>{"title": {"value": "...", "source": "embedded"}, "cover": {}}</c>.</summary>
internal static class LocksJson
{
    public static string Write(FieldMap<FieldLock> locks) => locks.Count == 0 ? "{}" : JsonText.Write(locks, Write);

    public static FieldMap<FieldLock> Parse(string text) =>
        text is "{}" ? FieldMap<FieldLock>.Empty : JsonText.Read(text, Read);

    private static void Write(Utf8JsonWriter json, FieldMap<FieldLock> locks)
    {
        json.WriteStartObject();
        foreach (var (field, pinned) in locks.Entries)
        {
            json.WriteStartObject(field);
            if (pinned.Value is { IsEmpty: false } value)
            {
                json.WritePropertyName(Members.Value);
                new ValueWriter(json, NullMembers.LeftOut).Write(value);
            }
            if (pinned.Source is { } source)
                json.WriteString(Members.Source, source);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static FieldMap<FieldLock> Read(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var locks = new List<KeyValuePair<string, FieldLock>>();
        while (JsonText.NextMember(ref reader))
        {
            var name = ValueReader.Text(ref reader);
            reader.Read();
            locks.Add(new(name, ReadLock(ref reader, Fields.NameOf(name)?.Type)));
        }
        return FieldMap<FieldLock>.From(locks);
    }

    private static FieldLock ReadLock(ref Utf8JsonReader reader, FieldType? type)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        FieldValue? value = null;
        string? source = null;
        while (JsonText.NextMember(ref reader))
        {
            var isValue = reader.ValueTextEquals(Members.Value.EncodedUtf8Bytes);
            var isSource = reader.ValueTextEquals(Members.Source.EncodedUtf8Bytes);
            reader.Read();
            if (isValue && type is { } known)
                value = ValueReader.Read(ref reader, known);
            else if (isSource)
                source = reader.GetString();
            else
                reader.Skip();
        }
        return new(value, source);
    }
}
