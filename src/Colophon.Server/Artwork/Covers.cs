using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Artwork;

/// <summary>Writes the chosen covers of items and of their files, and touches nothing that stays as it is.</summary>
public static class Covers
{
    private const string OffersSql = $"""
        select item_id, id, file_id, source, origin, selected, rejected, type, picked from assets
        where item_id in (@keys) and type in ('{AssetTypes.Cover}', '{AssetTypes.Poster}') and cache_path is not null
        """;

    private const string FilesSql = """
        select l.item_id, f.id, f.format, f.relative_path, f.cover_asset_id, l.role, l.position, l.assigned_by
        from item_files l join files f on f.id = l.file_id where l.item_id in (@keys)
        """;

    /// <summary>Chooses anew for these items, with a few queries however many they are.</summary>
    /// <param name="repainted">Assets whose picture changed: an item whose cover is one of them has changed too.</param>
    public static void Choose(Commit commit, IEnumerable<long> itemIds, IReadOnlySet<long> repainted)
    {
        object[] items = [.. itemIds.Distinct().Order()];
        var offers = commit.QueryIn(OffersSql, OfferRow.From, items).ToLookup(row => row.ItemId);
        var files = commit.QueryIn(FilesSql, FileRow.From, items).ToLookup(row => row.ItemId);
        var covers = commit.QueryIn(
            "select id, cover_asset_id from items where id in (@keys) order by id",
            row => (Id: row.GetInt64(0), Cover: row.LongOrNull(1)),
            items
        );
        foreach (var item in covers)
            Choose(commit, item, [.. offers[item.Id]], [.. files[item.Id].OrderBy(file => file.Rank)], repainted);
    }

    private static void Choose(
        Commit commit,
        (long Id, long? Cover) item,
        IReadOnlyList<OfferRow> rows,
        IReadOnlyList<FileRow> files,
        IReadOnlySet<long> repainted
    )
    {
        var offers = rows.Select(row => row.ToOffer(files)).ToList();
        foreach (var file in files)
        {
            if (CoverChoice.OfFile(offers, file.Id) is var own && own != file.Cover)
                commit.Send("update files set cover_asset_id = @cover where id = @id", own, file.Id);
        }
        var chosen = CoverChoice.OfItem(offers, files.Count > 0 ? files[0].Stem : null);
        if (chosen == item.Cover && !(chosen is { } kept && repainted.Contains(kept)))
            return;
        commit.Send(
            "update items set cover_asset_id = @cover, revision = revision + 1, updated_at = @now where id = @id",
            chosen,
            commit.Millis(),
            item.Id
        );
        commit.State<CatalogChanges>().Repainted.Add(new ItemId(item.Id));
    }

    private sealed record OfferRow(
        long ItemId,
        long AssetId,
        long? FileId,
        string Source,
        string Origin,
        CoverStanding Standing,
        string Type
    )
    {
        public static OfferRow From(DbDataReader row) =>
            new(
                row.GetInt64(0),
                row.GetInt64(1),
                row.LongOrNull(2),
                row.GetString(3),
                row.GetString(4),
                CoverStandings.Of(row.GetInt64(5) != 0, row.GetInt64(6) != 0, row.GetInt64(8) != 0),
                row.GetString(7)
            );

        public CoverOffer ToOffer(IReadOnlyList<FileRow> files) =>
            new(AssetId, FileId, Source, Name, RankIn(files), Standing) { Type = Type };

        private string? Name => Source == Sources.Path ? AssetOrigins.PathOf(Origin) : null;

        private EvidenceRank RankIn(IReadOnlyList<FileRow> files)
        {
            foreach (var file in files)
            {
                if (file.Id == FileId)
                    return file.Rank;
            }
            return EvidenceRank.OfItem;
        }
    }

    private sealed record FileRow(long ItemId, long Id, EvidenceRank Rank, string Stem, long? Cover)
    {
        public static FileRow From(DbDataReader row) =>
            new(
                row.GetInt64(0),
                row.GetInt64(1),
                FilePlace.From(row, 5).RankOf(row.GetString(2), row.GetString(3)),
                Path.GetFileNameWithoutExtension(row.GetString(3)),
                row.LongOrNull(4)
            );
    }
}
