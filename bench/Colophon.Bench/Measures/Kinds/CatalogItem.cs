using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>An item as the API tells it.</summary>
/// <param name="Shown">The item with its files.</param>
/// <param name="File">The file the manifest tells of; of a book in several files the first.</param>
/// <param name="Assets">Pictures, subtitles and what else lies beside it.</param>
/// <param name="Cover">SHA-256 of the picture that is served as its cover.</param>
/// <param name="Related">A show's seasons, a track's album; empty for others.</param>
internal sealed record CatalogItem(
    JsonNode Shown,
    JsonNode File,
    JsonNode Assets,
    string? Cover,
    IReadOnlyList<CatalogItem> Related
)
{
    /// <summary>The first identifier of a type, of the item or of its file.</summary>
    public string? Identifier(string type) =>
        (Shown["identifiers"] ?? File["identifiers"])
            ?.AsArray()
            .Where(identifier => (string?)identifier!["type"] == type)
            .Select(identifier => (string?)identifier!["value"])
            .FirstOrDefault();
}
