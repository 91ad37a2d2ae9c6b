using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>A kind of thing that made libraries hold: where it stands in the manifest, on disk and in the API.</summary>
/// <param name="Name">The list of the manifest.</param>
/// <param name="Folder">Below the library.</param>
/// <param name="LibraryType">The type of a library over that folder.</param>
/// <param name="List">The list of the API, by its path and by its name in the answer.</param>
/// <param name="Fields">What is compared.</param>
internal sealed record MeasuredKind(
    string Name,
    string Folder,
    string LibraryType,
    string List,
    IReadOnlyList<ComparedField> Fields
)
{
    /// <summary>Items that belong to it, by its item: <c>/api/shows/7/seasons</c>.</summary>
    public Func<JsonNode, RelatedItems>? Related { get; init; }

    /// <summary>By what an entry of the manifest is found in the catalog; a file's path below the library unless said otherwise.</summary>
    public Func<JsonNode, string> Said { get; init; } = entry => (string)entry["path"]!;

    /// <summary>The same of an item of the catalog; null for one that is found by the paths of its files.</summary>
    public Func<JsonNode, string>? Found { get; init; }

    /// <summary>Whether it has files of its own; what has none comes out of the scan of another kind.</summary>
    public bool IsScanned => Found is null;
}

/// <summary>One item at an address, or a list of them.</summary>
/// <param name="List">Its name in the answer; null for one item.</param>
internal sealed record RelatedItems(string Path, string? List);
