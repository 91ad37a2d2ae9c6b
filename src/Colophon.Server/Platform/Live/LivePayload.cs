using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Platform.Live;

/// <summary>The JSON of one event, written once and copied to every listener as it is.</summary>
[JsonConverter(typeof(Verbatim))]
public sealed class LivePayload
{
    /// <summary>Live payloads are in camelCase; everything else as in the API.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(ApiJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly byte[] utf8;

    private LivePayload(byte[] utf8) => this.utf8 = utf8;

    /// <summary>The payload's members after <c>seq</c>.</summary>
    public static LivePayload Of(long seq, object payload)
    {
        var members = JsonSerializer.SerializeToUtf8Bytes(payload, payload.GetType(), Json);
        var json = new ArrayBufferWriter<byte>(members.Length + 32);
        json.Write(Encoding.UTF8.GetBytes($"{{\"seq\":{seq}"));
        if (members.Length > 2)
            json.Write(","u8);
        json.Write(members.AsSpan(1));
        return new LivePayload(json.WrittenSpan.ToArray());
    }

    private sealed class Verbatim : JsonConverter<LivePayload>
    {
        public override LivePayload Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException("Live payloads are only sent.");

        public override void Write(Utf8JsonWriter writer, LivePayload value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.utf8, skipInputValidation: true);
    }
}
