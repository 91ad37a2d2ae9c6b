using System.Data.Common;
using System.Text.Json;
using Colophon.Formats;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Dapper;

namespace Colophon.Server.Catalog.Shown;

/// <summary>Reads files of items of any kind for the pages.</summary>
internal static class FileParts
{
    private const string Select = """
        select f.id, l.item_id as ItemId, f.library_id as LibraryId, r.path || '/' || f.relative_path as Path, f.format, f.size, l.role,
            f.metadata, f.sources, f.locks, f.duration, f.page_count as PageCount, f.streams, f.cover_asset_id as CoverAssetId,
            i.revision, f.findings, f.missing_since as MissingSince, f.created_at as CreatedAt, f.updated_at as UpdatedAt
        from item_files l join files f on f.id = l.file_id join library_roots r on r.id = f.root_id join items i on i.id = l.item_id
        """;

    /// <summary>In the order of the item.</summary>
    public static async Task<IReadOnlyList<ShownFileRow>> OfItemAsync(DbConnection connection, long itemId) =>
        (
            await connection.QueryAsync<ShownFileRow>(
                $"{Select} where l.item_id = @itemId and {ItemParts.ShownFiles} order by l.position, f.relative_path",
                new { itemId }
            )
        ).AsList();

    /// <summary>As <see cref="OfItemAsync"/>, for videos.</summary>
    public static async Task<IReadOnlyList<VideoFileShown>> VideosAsync(DbConnection connection, long itemId)
    {
        var files = await OfItemAsync(connection, itemId);
        var beside = await BesideStreams.OfItemAsync(connection, itemId);
        return [.. files.Select(file => VideoFileShown.Of(file, [.. beside[file.Id]]))];
    }

    /// <summary>Null when it is not there, or its item is not, or is of another kind.</summary>
    public static Task<ShownFileRow?> FindAsync(DbConnection connection, long fileId, string kind) =>
        connection.QueryFirstOrDefaultAsync<ShownFileRow>(
            $"{Select} where f.id = @fileId and i.kind = @kind and i.missing_since is null and f.missing_since is null",
            new { fileId, kind }
        );
}

/// <summary>The columns that files of all kinds show.</summary>
internal sealed record ShownFileRow
{
    public long Id { get; init; }

    public long ItemId { get; init; }

    public long LibraryId { get; init; }

    public string Path { get; init; } = "";

    public string Format { get; init; } = "";

    public long Size { get; init; }

    public string Role { get; init; } = "";

    public string Metadata { get; init; } = "";

    public string Sources { get; init; } = "";

    public string Locks { get; init; } = "";

    public double? Duration { get; init; }

    public long? PageCount { get; init; }

    public string? Streams { get; init; }

    public long? CoverAssetId { get; init; }

    public long Revision { get; init; }

    public string Findings { get; init; } = "";

    public long? MissingSince { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public Merged Shown => Merged.Parse(Metadata, Sources);

    public IReadOnlyList<string> LockedFields => [.. FieldLocks.Parse(Locks).Keys];

    public string? CoverUrl => CoverAssetId is { } asset ? CoverAddress.Of(ItemId, asset, Revision) : null;

    /// <summary>What makes it unreadable, and the rest.</summary>
    public (FindingShown? Error, IReadOnlyList<FindingShown> Warnings) Told()
    {
        var findings = JsonSerializer.Deserialize<List<Finding>>(Findings, JobJson.Options) ?? [];
        var fatal = findings.Find(finding => finding.Severity == FindingSeverity.Fatal);
        return (
            fatal is null ? null : new FindingShown(fatal.Code, fatal.Message),
            [
                .. findings
                    .Where(finding => finding != fatal)
                    .Select(finding => new FindingShown(finding.Code, finding.Message)),
            ]
        );
    }
}
