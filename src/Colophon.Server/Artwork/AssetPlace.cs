using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Artwork;

/// <summary>The asset that a request names, with what says whether the caller may touch it.</summary>
internal sealed record AssetPlace(
    long AssetId,
    long ItemId,
    long LibraryId,
    string Type,
    string? CachePath,
    long? FileId = null,
    string Source = AssetSources.Manual
)
{
    /// <summary>Whether a provider offers it.</summary>
    public bool IsOffered => Sources.IsProvider(Source);

    /// <summary>Whether it waits for a copy of it to be made.</summary>
    public bool IsAwaited => CachePath is null && AssetTypes.AreCached(Type, isFile: FileId is not null);

    /// <exception cref="ApiErrorException">404, or 403 for a library the caller may not see.</exception>
    public static async Task<AssetPlace> FindAsync(DbConnection connection, long assetId, Caller caller)
    {
        var place = await connection.QuerySingleOrDefaultAsync<AssetPlace>(
            """
            select a.id as AssetId, a.item_id as ItemId, i.library_id as LibraryId, a.type, a.cache_path as CachePath,
                a.file_id as FileId, a.source
            from assets a join items i on i.id = a.item_id join libraries l on l.id = i.library_id
            where a.id = @assetId and i.missing_since is null and l.deleted_at is null
            """,
            new { assetId }
        );
        if (place is null)
            throw ApiErrors.NotFound().AsException();
        if (caller.LibraryRefusal(place.LibraryId) is { } refusal)
            throw refusal.AsException();
        return place;
    }
}
