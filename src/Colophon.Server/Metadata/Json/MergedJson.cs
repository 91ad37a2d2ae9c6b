using System.Text.Json;

namespace Colophon.Server.Metadata.Json;

/// <summary>The stored form of what is shown: <c>items.metadata</c> and <c>items.sources</c>.</summary>
internal static class MergedJson
{
    public static string Write(FieldMap<FieldValue> values) =>
        values.Count == 0
            ? "{}"
            : JsonText.Write(values, static (json, values) => StoredFields.Write(json, values, NullMembers.LeftOut));

    public static string Write(FieldMap<string> sources) =>
        sources.Count == 0 ? "{}" : JsonText.Write(sources, WriteSources);

    public static FieldMap<FieldValue> ParseValues(string text) => JsonText.Read(text, StoredFields.Read);

    public static FieldMap<string> ParseSources(string text) => JsonText.Read(text, ReadSources);

    private static void WriteSources(Utf8JsonWriter json, FieldMap<string> sources)
    {
        json.WriteStartObject();
        foreach (var (field, source) in sources.Entries)
            json.WriteString(field, source);
        json.WriteEndObject();
    }

    private static FieldMap<string> ReadSources(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var sources = new List<KeyValuePair<string, string>>(8);
        while (JsonText.NextMember(ref reader))
        {
            var field = JsonText.FieldName(ref reader);
            reader.Read();
            if (field is not null)
                sources.Add(new(field.Name, SourceName(ref reader)));
        }
        return FieldMap<string>.From(sources);
    }

    private static string SourceName(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("embedded"u8) ? Sources.Embedded
        : reader.ValueTextEquals("path"u8) ? Sources.Path
        : ValueReader.Text(ref reader);
}
