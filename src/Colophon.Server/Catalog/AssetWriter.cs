using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>Rows of the assets that a reading met: files beside the media and pictures inside them.</summary>
internal static class AssetWriter
{
    public static void Write(Commit commit, ItemDraft draft)
    {
        var met = new List<long>();
        foreach (var asset in draft.Assets)
        {
            var id = Upsert(commit, draft.Id, asset);
            met.Add(id);
            if (!AssetTypes.AreCached(asset.Read.Type, isFile: asset.FileId is not null))
                continue;
            commit
                .State<CatalogChanges>()
                .Assets.Add(
                    new AssetFound(
                        asset.Reading.Step,
                        asset.JobId,
                        draft.Library,
                        id,
                        new ItemId(draft.Id),
                        draft.Kind,
                        asset.Read.Type,
                        asset.Read.Language,
                        asset.Read.SourcePath,
                        asset.Read.Embedded,
                        asset.Reading.Depth
                    )
                );
        }
        foreach (var (file, cover) in draft.KeptCovers)
            Select(commit, draft.Id, file, cover);
        if (!draft.IsNew && draft.Readings.Any(reading => reading.Reading.Depth.HasFlag(UnitDepth.Assets)))
            DropGone(commit, draft, met);
    }

    private static long Upsert(Commit commit, long itemId, DraftAsset asset)
    {
        var extract = asset.Read.Embedded is null
            ? null
            : JsonSerializer.Serialize(asset.Read.Embedded, JobJson.Options);
        return Insert(commit, itemId, asset, extract) ?? Update(commit, itemId, asset, extract);
    }

    private static long? Insert(Commit commit, long itemId, DraftAsset asset, string? extract) =>
        commit.NewId(
            """
            insert into assets (item_id, file_id, type, language, source, origin, unit_id, extract, created_at, updated_at)
            values (@item, @file, @type, @language, @source, @origin, @unit, @extract, @now, @now)
            on conflict (item_id, coalesce(file_id, 0), type, source, origin) do nothing
            """,
            itemId,
            asset.FileId,
            asset.Read.Type,
            asset.Read.Language,
            asset.Read.Source,
            asset.Read.Origin,
            asset.UnitId,
            extract,
            commit.Millis()
        );

    private static long Update(Commit commit, long itemId, DraftAsset asset, string? extract) =>
        commit
            .Number(
                """
                update assets set extract = @extract, language = @language, unit_id = @unit, updated_at = @now
                where item_id = @item and coalesce(file_id, 0) = @file and type = @type and source = @source
                    and origin = @origin
                returning id
                """,
                extract,
                asset.Read.Language,
                asset.UnitId,
                commit.Millis(),
                itemId,
                asset.FileId ?? 0,
                asset.Read.Type,
                asset.Read.Source,
                asset.Read.Origin
            )!
            .Value;

    private static void Select(Commit commit, long itemId, long? fileId, KeptCover cover) =>
        commit.Send(
            """
            update assets set selected = 1
            where item_id = @item and source = @source and origin = @origin and type in ('cover', 'poster')
                and coalesce(file_id, 0) = case when @file = 0 then coalesce(file_id, 0) else @file end
            """,
            itemId,
            cover.Source,
            cover.Origin,
            fileId ?? 0
        );

    /// <summary>What is no longer in the files it came from, or beside them; what a user chose or locked stays.</summary>
    private static void DropGone(Commit commit, ItemDraft draft, List<long> met)
    {
        var read = draft.Files.Where(file => file.Value.Touch == FileTouch.Read).Select(file => file.Key).ToHashSet();
        var listed = FilesListed(draft);
        var known = commit.Query(
            """
            select id, file_id, unit_id, source from assets
            where item_id = @item and source in ('path', 'embedded') and selected = 0 and locked = 0
            """,
            row => (Id: row.GetInt64(0), File: row.LongOrNull(1), Unit: row.LongOrNull(2), Source: row.GetString(3)),
            draft.Id
        );
        foreach (var (id, file, unit, source) in known)
        {
            var isLookedFor =
                file is not { } fileId ? IsOfUnitRead(draft, unit)
                : source == AssetSources.Path ? listed.Contains(fileId)
                : read.Contains(fileId);
            if (met.Contains(id) || !isLookedFor)
                continue;
            commit.Send(
                "update items set cover_asset_id = null where id = @item and cover_asset_id = @asset",
                draft.Id,
                id
            );
            commit.Send("update files set cover_asset_id = null where cover_asset_id = @asset", id);
            commit.Send("delete from assets where id = @asset", id);
            commit.State<CatalogChanges>().PicturesChanged.Add(new ItemId(draft.Id));
        }
    }

    /// <summary>A unit takes back only what it showed itself: of a container there may be several.</summary>
    private static bool IsOfUnitRead(ItemDraft draft, long? unit) =>
        draft.IsReadAsWhole && (!draft.IsContainer || unit is null || draft.WholeUnits.Contains(unit.Value));

    /// <summary>Files whose folders were looked at: what lies beside them is known, also when they were not read themselves.</summary>
    private static HashSet<long> FilesListed(ItemDraft draft)
    {
        var paths = draft
            .Readings.Where(reading => reading.Reading.Depth.HasFlag(UnitDepth.Assets))
            .SelectMany(reading =>
                reading.Reading.Files.Select(file => (reading.Reading.Unit.RootId, file.RelativePath))
            )
            .ToHashSet();
        return
        [
            .. draft
                .Files.Where(file => paths.Contains((file.Value.Row.RootId, file.Value.Row.RelativePath)))
                .Select(file => file.Key),
        ];
    }
}
