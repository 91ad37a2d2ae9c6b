using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>The pictures of one type that are used where a person chose none.</summary>
internal sealed record AssetsPicked(long ItemId, string Kind, string Type, IReadOnlyList<long> AssetIds);

/// <summary>A picture that a provider offers could not be used.</summary>
internal sealed record AssetRefused(long AssetId, string Reason);

/// <summary>Puts what was picked in the place of what was picked before, in one commit.</summary>
internal sealed class AssetsPickedApplier : IApplier<AssetsPicked>
{
    private static readonly HashSet<long> Nothing = [];

    public void Apply(IReadOnlyList<Applied<AssetsPicked>> records, Commit commit)
    {
        foreach (var picked in records.Select(applied => applied.Record))
        {
            // A person may have chosen or locked meanwhile, or a scan have found one of its own: then nothing is picked any more.
            if (!IsOpen(commit, picked))
                continue;
            commit.Run(
                "update assets set picked = 0 where item_id = @item and type = @type and picked = 1",
                picked.ItemId,
                picked.Type
            );
            foreach (var id in picked.AssetIds)
                commit.Run(
                    "update assets set picked = 1, updated_at = @now where id = @id and rejected = 0 and cache_path is not null",
                    commit.Millis(),
                    id
                );
            commit.State<CatalogChanges>().Repainted.Add(new ItemId(picked.ItemId));
        }
        Covers.Choose(commit, records.Select(applied => applied.Record.ItemId), Nothing);
    }

    private static bool IsOpen(Commit commit, AssetsPicked picked) =>
        PictureChoice
            .Of(CandidateRow.OfItem(commit, picked.ItemId), ItemLocks.Of(commit, picked.ItemId))
            .Any(choice => choice.Type == picked.Type);
}

/// <summary>Notes the reason with the candidate.</summary>
internal sealed class AssetRefusedApplier : IApplier<AssetRefused>
{
    public void Apply(IReadOnlyList<Applied<AssetRefused>> records, Commit commit)
    {
        foreach (var refused in records.Select(applied => applied.Record))
            commit.Run(
                "update assets set error = @error, updated_at = @now where id = @id",
                refused.Reason,
                commit.Millis(),
                refused.AssetId
            );
    }
}
