using System.Text.Json;
using Colophon.Jobs;

namespace Colophon.Server.Catalog;

/// <summary>Files that a person moved into an item, and where they were before: what undoing takes back. Persisted as JSON.</summary>
/// <param name="Title">Of the item they came from, as it was shown.</param>
internal sealed record FilesFrom(long ItemId, string Title, IReadOnlyList<FileBefore> Files)
{
    public FilePlace? PlaceOf(long fileId) => Files.FirstOrDefault(file => file.FileId == fileId)?.Place;

    public string ToJson() => JsonSerializer.Serialize(this, JobJson.Options);

    public static FilesFrom Parse(string json) => JsonSerializer.Deserialize<FilesFrom>(json, JobJson.Options)!;
}

internal sealed record FileBefore(long FileId, FilePlace Place);
