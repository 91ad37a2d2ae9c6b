using System.Data.Common;
using System.Text.Json;
using Colophon.Formats.Pictures;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Artwork.Scrub;

/// <summary>How an asset whose cache file is lost comes back: from where it was made.</summary>
internal static class LostAsset
{
    // An item may lie in several folders, but not in many.
    private const int MostPlaces = 20;

    /// <summary>The job that caches it again; null when it was made from nothing that is on disk now.</summary>
    public static JobRequest? Again(DbConnection connection, long assetId)
    {
        var asset = connection
            .Rows(
                """
                select i.library_id, i.kind, i.id, a.type, a.language, a.origin, a.extract, a.file_id
                from assets a join items i on i.id = a.item_id
                where a.id = @id and a.source in ('path', 'embedded') and i.missing_since is null
                """,
                Row.From,
                assetId
            )
            .SingleOrDefault();
        if (
            asset is null
            || Sources(connection, asset).FirstOrDefault(path => FileProbe.Look(path).IsFile) is not { } source
        )
            return null;
        var data = new CacheAssetData(
            ScanId: null,
            asset.Kind,
            asset.Item,
            asset.Type,
            source,
            asset.Language,
            asset.Extract is null ? null : JsonSerializer.Deserialize<EmbeddedPicture>(asset.Extract, JobJson.Options),
            assetId
        );
        return JobRequest.For(JobTypes.CacheAsset, JobQueues.OfLibrary(asset.Library), data) with
        {
            DedupeKey = $"lost-asset:{assetId}",
            LibraryId = asset.Library,
        };
    }

    private static IEnumerable<string> Sources(DbConnection connection, Row asset)
    {
        var files = asset.File is { } file
            ? connection.Rows($"{Files} where f.id = @file", Place.From, file)
            : connection.Rows(
                $"{Files} join item_files l on l.file_id = f.id where l.item_id = @item order by f.id limit {MostPlaces}",
                Place.From,
                asset.Item
            );
        if (AssetOrigins.PathOf(asset.Origin) is not { } beside)
            return files.Select(place => Absolute(place.Root, place.File));
        // What has no files of its own, as a show, lies in a folder.
        var folders = connection.Rows(
            """
            select r.path, u.relative_path, u.relative_path || '/' from items i join units u on u.id = i.unit_id
                join library_roots r on r.id = u.root_id
            where i.id = @item
            """,
            Place.From,
            asset.Item
        );
        return files
            .Concat(folders)
            .Select(place => Absolute(place.Root, AssetOrigins.RelativePath(place.Unit, place.File, beside)));
    }

    private const string Files = """
        select r.path, u.relative_path, f.relative_path from files f join units u on u.id = f.unit_id
            join library_roots r on r.id = f.root_id
        """;

    private static string Absolute(string root, string relative) => $"{root.TrimEnd('/')}/{relative}";

    private sealed record Place(string Root, string Unit, string File)
    {
        public static Place From(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2));
    }

    private sealed record Row(
        long Library,
        string Kind,
        long Item,
        string Type,
        string? Language,
        string Origin,
        string? Extract,
        long? File
    )
    {
        public static Row From(DbDataReader row) =>
            new(
                row.GetInt64(0),
                row.GetString(1),
                row.GetInt64(2),
                row.GetString(3),
                row.TextOrNull(4),
                row.GetString(5),
                row.TextOrNull(6),
                row.LongOrNull(7)
            );
    }
}
