using System.Text.Json.Serialization;

namespace Colophon.Server.Platform.Native;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProbeRequest))]
[JsonSerializable(typeof(ProbeAnswer))]
[JsonSerializable(typeof(ArchiveListing))]
internal sealed partial class ProbeJson : JsonSerializerContext;
