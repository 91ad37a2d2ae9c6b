using System.Collections.Frozen;
using System.Text.Json;

namespace Colophon.Server.Metadata.Json;

/// <summary>The stored form of a document: <c>{"fields": {...}, "stale": ["subtitle"]}</c>.</summary>
internal static class DocumentJson
{
    public static string Write(EvidenceDocument document) =>
        JsonText.Write(document, static (json, document) => Write(json, document, NullMembers.LeftOut));

    public static void Write(Utf8JsonWriter json, EvidenceDocument document, NullMembers nulls)
    {
        json.WriteStartObject();
        json.WritePropertyName(Members.Fields);
        StoredFields.Write(json, document.Map, nulls);
        if (document.Stale.Count > 0 || nulls == NullMembers.Written)
            WriteStale(json, document);
        json.WriteEndObject();
    }

    public static EvidenceDocument Parse(string text) => JsonText.Read(text, Read);

    public static EvidenceDocument Read(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var fields = FieldMap<FieldValue>.Empty;
        var stale = FrozenSet<string>.Empty;
        while (JsonText.NextMember(ref reader))
        {
            var member =
                reader.ValueTextEquals(Members.Fields.EncodedUtf8Bytes) ? Members.Fields
                : reader.ValueTextEquals(Members.Stale.EncodedUtf8Bytes) ? Members.Stale
                : default;
            reader.Read();
            if (member.Equals(Members.Fields))
                fields = StoredFields.Read(ref reader);
            else if (member.Equals(Members.Stale))
                stale = ValueReader.List(ref reader, ValueReader.Text).ToFrozenSet(StringComparer.Ordinal);
            else
                reader.Skip();
        }
        return new(fields, stale);
    }

    private static void WriteStale(Utf8JsonWriter json, EvidenceDocument document)
    {
        json.WritePropertyName(Members.Stale);
        json.WriteStartArray();
        // In the order of the fields, so that equal documents have equal bytes.
        foreach (var (name, _) in document.Map.Entries)
            if (document.Stale.Contains(name))
                json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
