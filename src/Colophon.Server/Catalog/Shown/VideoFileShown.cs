using System.Text.Json.Serialization;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog.Shown;

/// <summary>A video of an item with all there is to say about it.</summary>
/// <param name="Name">What tells a version from the others; of an extra its title.</param>
public sealed record VideoFileShown(
    long Id,
    long ItemId,
    long LibraryId,
    string Filepath,
    string FileType,
    string Role,
    long FilesizeBytes,
    string? Name,
    string? Edition,
    double? DurationS,
    IReadOnlyList<StreamShown> Streams,
    IReadOnlyList<ChapterShown> Chapters,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyList<string> Locks,
    FindingShown? Error,
    IReadOnlyList<FindingShown> Warnings,
    DateTime? MissingSince,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    [property: JsonIgnore] long Revision
)
{
    /// <param name="beside">Streams in files of their own.</param>
    internal static VideoFileShown Of(ShownFileRow row, IReadOnlyList<BesideStream> beside)
    {
        var shown = row.Shown;
        var (error, warnings) = row.Told();
        return new(
            row.Id,
            row.ItemId,
            row.LibraryId,
            row.Path,
            row.Format,
            row.Role,
            row.Size,
            shown.Text(Fields.Name),
            shown.Text(Fields.Edition),
            row.Duration,
            StreamShown.Of(row.Streams, beside),
            ChapterShown.Of(shown),
            shown.Sources,
            row.LockedFields,
            error,
            warnings,
            ShownTime.Of(row.MissingSince),
            ShownTime.Of(row.CreatedAt),
            ShownTime.Of(row.UpdatedAt),
            row.Revision
        );
    }
}
