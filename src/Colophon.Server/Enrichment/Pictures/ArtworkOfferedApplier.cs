using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>
/// Keeps the candidates of an item: what a provider offers no more goes, unless it is in use, chosen or refused; then it stays without a
/// score, and in use until there is another.
/// </summary>
internal sealed class ArtworkOfferedApplier : IApplier<ArtworkOffered>
{
    public void Apply(IReadOnlyList<Applied<ArtworkOffered>> records, Commit commit)
    {
        foreach (var applied in records)
        {
            if (applied.Record.Asked.IsOutdated(commit))
                applied.Refuse!();
            else if (commit.Number("select count(*) from items where id = @id", applied.Record.ItemId) > 0)
                Store(commit, applied.Record);
        }
    }

    private static void Store(Commit commit, ArtworkOffered offered)
    {
        var known = commit
            .Query(
                """
                select id, type, origin, selected + locked + rejected + picked from assets
                where item_id = @item and source = @provider and file_id is null
                """,
                row =>
                    (
                        Id: row.GetInt64(0),
                        Key: (Type: row.GetString(1), Origin: row.GetString(2)),
                        IsHeld: row.GetInt64(3) > 0
                    ),
                offered.ItemId,
                offered.Provider
            )
            .ToDictionary(row => row.Key);
        foreach (var scored in offered.Offers)
        {
            if (known.Remove((scored.Offer.Type, scored.Offer.Address.ToString()), out var row))
                Update(commit, row.Id, scored);
            else
                Insert(commit, offered, scored);
        }
        foreach (var gone in known.Values)
            commit.Send(
                gone.IsHeld
                    ? "update assets set score = null, score_parts = null where id = @id"
                    : "delete from assets where id = @id",
                gone.Id
            );
    }

    private static void Insert(Commit commit, ArtworkOffered offered, ScoredOffer scored) =>
        commit.Send(
            """
            insert into assets (item_id, type, language, source, origin, url, preview_url, width, height, votes, rating, score, score_parts,
                created_at, updated_at)
            values (@item, @type, @language, @source, @origin, @origin, @preview, @width, @height, @votes, @rating, @score, @parts, @now, @now)
            """,
            offered.ItemId,
            scored.Offer.Type,
            scored.Offer.Language,
            offered.Provider,
            scored.Offer.Address.ToString(),
            scored.Offer.Preview?.ToString(),
            (long?)scored.Offer.Width,
            (long?)scored.Offer.Height,
            (long)scored.Offer.Votes,
            scored.Offer.Rating,
            scored.Score.Points,
            JsonSerializer.Serialize(scored.Score.Parts, JobJson.Options),
            commit.Millis()
        );

    /// <summary>Its size is the file's own once that is in the cache.</summary>
    private static void Update(Commit commit, long id, ScoredOffer scored) =>
        commit.Send(
            """
            update assets set language = @language, preview_url = @preview, votes = @votes, rating = @rating, score = @score,
                score_parts = @parts, updated_at = @now
            where id = @id
            """,
            scored.Offer.Language,
            scored.Offer.Preview?.ToString(),
            (long)scored.Offer.Votes,
            scored.Offer.Rating,
            scored.Score.Points,
            JsonSerializer.Serialize(scored.Score.Parts, JobJson.Options),
            commit.Millis(),
            id
        );
}
