using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>A field of an item on both sides, as texts that can be compared.</summary>
/// <param name="Said">What the manifest says.</param>
/// <param name="Found">What the catalog says.</param>
internal sealed record ComparedField(string Name, Func<JsonNode, string?> Said, Func<CatalogItem, string?> Found);
