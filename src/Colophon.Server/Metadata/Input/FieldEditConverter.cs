using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colophon.Server.Metadata.Input;

/// <summary>A body that is checked against the field table instead of against members of a type.</summary>
public interface IFieldEdit<TSelf>
    where TSelf : IFieldEdit<TSelf>
{
    static abstract TSelf Of(JsonElement json);
}

/// <summary>Keeps such a body as it was sent.</summary>
public sealed class FieldEditConverter<TEdit> : JsonConverter<TEdit>
    where TEdit : IFieldEdit<TEdit>
{
    public override TEdit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TEdit.Of(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, TEdit value, JsonSerializerOptions options) =>
        throw new NotSupportedException("An edit is only read.");
}
