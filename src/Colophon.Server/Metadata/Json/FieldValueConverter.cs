using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colophon.Server.Metadata.Json;

/// <summary>Lets answers hold values as they are. There is no way back without the field: <see cref="FieldJson.Read"/>.</summary>
internal sealed class FieldValueConverter : JsonConverter<FieldValue>
{
    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A value can be read only for its field.");

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options) =>
        FieldJson.Write(writer, value);
}

/// <summary>Lets answers hold documents as they are.</summary>
internal sealed class EvidenceDocumentConverter : JsonConverter<EvidenceDocument>
{
    public override EvidenceDocument Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => DocumentJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, EvidenceDocument value, JsonSerializerOptions options) =>
        DocumentJson.Write(writer, value, NullMembers.Written);
}
