using System.Data.Common;
using Colophon.Server.Catalog.Shown;

namespace Colophon.Server.Music;

/// <summary>An audio file of a track.</summary>
/// <param name="Streams">Its sound, as measured.</param>
public sealed record TrackFileShown(
    long Id,
    long ItemId,
    long LibraryId,
    string Filepath,
    string FileType,
    string Role,
    long FilesizeBytes,
    double? DurationS,
    IReadOnlyList<StreamShown> Streams,
    IReadOnlyList<ChapterShown> Chapters,
    FindingShown? Error,
    IReadOnlyList<FindingShown> Warnings,
    DateTime? MissingSince,
    DateTime CreatedAt,
    DateTime UpdatedAt
)
{
    /// <summary>All of an item, in its order.</summary>
    internal static async Task<IReadOnlyList<TrackFileShown>> OfItemAsync(DbConnection connection, long itemId) =>
        [.. (await FileParts.OfItemAsync(connection, itemId)).Select(Of)];

    private static TrackFileShown Of(ShownFileRow row)
    {
        var (error, warnings) = row.Told();
        return new(
            row.Id,
            row.ItemId,
            row.LibraryId,
            row.Path,
            row.Format,
            row.Role,
            row.Size,
            row.Duration,
            StreamShown.Of(row.Streams, []),
            ChapterShown.Of(row.Shown),
            error,
            warnings,
            ShownTime.Of(row.MissingSince),
            ShownTime.Of(row.CreatedAt),
            ShownTime.Of(row.UpdatedAt)
        );
    }
}
