using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Colophon.Server.Providers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Enrichment.Review;

/// <summary>GET /api/review: items that wait for a person to say what they are.</summary>
internal static class ReviewQueue
{
    private const string Waiting = """
        from identity_candidates c join items i on i.id = c.item_id join libraries l on l.id = i.library_id
        where i.missing_since is null and l.deleted_at is null and (@library = 0 or i.library_id = @library)
        """;

    public static async Task<Results<Ok<ReviewListView>, ApiError>> ListAsync(
        long? library_id,
        Paging paging,
        Caller caller,
        ProviderList providers,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (library_id is { } library && caller.LibraryRefusal(library) is { } refusal)
            return refusal;
        var visible = $"{Waiting} and {caller.LibrarySql("i.library_id")}";
        return TypedResults.Ok(
            await database.ReadAsync(
                connection =>
                    Task.FromResult(
                        new ReviewListView(
                            connection.Rows(
                                $"""
                                select i.id, i.library_id, l.name, i.kind, i.title, i.year, i.cover_asset_id, i.revision, c.provider, count(*),
                                    (select b.document from identity_candidates b where b.item_id = i.id and b.provider = c.provider
                                        order by b.score desc, b.id_value limit 1)
                                {visible}
                                group by i.id, i.library_id, l.name, i.kind, i.title, i.year, i.cover_asset_id, i.revision, c.provider
                                order by i.title_key, i.id, c.provider limit @limit offset @offset
                                """,
                                row => new ReviewItemView(
                                    row.GetInt64(0),
                                    row.GetInt64(1),
                                    row.GetString(2),
                                    row.GetString(3),
                                    row.GetString(4),
                                    (int?)row.LongOrNull(5),
                                    row.LongOrNull(6) is { } cover
                                        ? CoverAddress.Of(row.GetInt64(0), cover, row.GetInt64(7))
                                        : null,
                                    row.GetString(8),
                                    providers.Find(row.GetString(8))?.Facts.Title ?? row.GetString(8),
                                    MatchView.Of(Parse(row.GetString(10))),
                                    row.GetInt64(9)
                                ),
                                library_id ?? 0,
                                paging.Limit,
                                paging.Offset
                            ),
                            connection.Rows(
                                $"select count(*) from (select distinct c.item_id, c.provider {visible}) as waiting",
                                row => row.GetInt64(0),
                                library_id ?? 0
                            )[0]
                        )
                    ),
                cancellationToken
            )
        );
    }

    public static ScoredMatch Parse(string document) =>
        JsonSerializer.Deserialize<ScoredMatch>(document, JobJson.Options)
        ?? throw new InvalidDataException("A candidate's document is empty.");
}
