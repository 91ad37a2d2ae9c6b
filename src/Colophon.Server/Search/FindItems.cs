using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Search;

/// <summary>Items that hold all words, in whatever field each of them stands; those that are called so come first.</summary>
internal static class FindItems
{
    /// <summary>Behind every character, in UTF-8 as in the order of both databases: ends what begins with a text.</summary>
    private const string Last = "\U0010FFFF";

    private const string BeginsSo = "i.title_key >= @key and i.title_key < @end";

    public static async Task<(IReadOnlyList<long> Ids, long Total)> FindAsync(
        DbConnection connection,
        SearchQuery query,
        ListedLibraries libraries,
        ListTotals totals,
        Paging paging
    )
    {
        var pageEnd = (long)paging.Offset + paging.Limit;
        var parameters = new DynamicParameters(
            new
            {
                key = query.TitleKey,
                end = query.TitleKey + Last,
                kinds = query.Kinds,
                limit = paging.Limit,
                offset = paging.Offset,
                pageEnd,
            }
        );
        parameters.Add(SearchIndex.Parameter, query.Matches);
        var shown =
            $"i.kind in @kinds and i.missing_since is null and {LibraryIds.In("i.library_id", query.Libraries)}";
        // A cross join: SQLite keeps its order, so that the found ids lead and the items follow.
        var from = $"from ({SearchIndex.Ids}) found cross join items i where i.id = found.item_id and {shown}";
        if (totals.Find(query.Identity, libraries) is not { } total)
        {
            total = await connection.ExecuteScalarAsync<long>($"select count(*) {from}", parameters);
            totals.Keep(query.Identity, libraries, total);
        }
        if (pageEnd <= total)
        {
            var beginning = await BeginningAsync(connection, shown, parameters);
            if (beginning.Count == paging.Limit)
                return (beginning, total);
        }
        // A title that is the key stands before all that only begin with it.
        var ids = await connection.QueryAsync<long>(
            $"""
            select i.id {from}
            order by case when {BeginsSo} then 0 else 1 end, i.title_key, i.id
            limit @limit offset @offset
            """,
            parameters
        );
        return (ids.AsList(), total);
    }

    /// <summary>
    /// The page, when titles that begin so fill it: of a search that finds much of the catalog, few of the items are then
    /// looked at. Where too few titles begin so, the words are not even asked for.
    /// </summary>
    private static async Task<IReadOnlyList<long>> BeginningAsync(
        DbConnection connection,
        string shown,
        DynamicParameters parameters
    )
    {
        // The plus keeps SQLite on the index of titles: whatever its statistics say, it does not begin with the set.
        var ids = await connection.QueryAsync<long>(
            $"""
            select i.id from items i
            where {shown} and {BeginsSo} and +i.id in ({SearchIndex.Ids})
                and @pageEnd <= (
                    select count(*) from (select 1 from items i where {shown} and {BeginsSo} limit @pageEnd) titles
                )
            order by i.title_key, i.id
            limit @limit offset @offset
            """,
            parameters
        );
        return ids.AsList();
    }

    /// <summary>The items in the order of the ids.</summary>
    public static async Task<IReadOnlyList<FoundItem>> LoadAsync(DbConnection connection, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var rows = await connection.QueryAsync<Row>(
            """
            select i.id, i.kind, i.library_id, i.title, i.year, i.metadata, i.sources, i.cover_asset_id, i.revision,
                p.title as Inside, o.title as Outside
            from items i left join items p on p.id = i.parent_id left join items o on o.id = p.parent_id
            where i.id in @ids
            """,
            new { ids }
        );
        var authors = await ItemParts.AuthorsAsync(connection, ids);
        var series = await ItemParts.SeriesAsync(connection, ids);
        var byId = rows.ToDictionary(row => row.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id].ToShown([.. authors[id]], [.. series[id]]))];
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public long LibraryId { get; init; }

        public string Title { get; init; } = "";

        public long? Year { get; init; }

        public string Metadata { get; init; } = "";

        public string Sources { get; init; } = "";

        /// <summary>What it lies in, and what that lies in.</summary>
        public string? Inside { get; init; }

        public string? Outside { get; init; }

        public long? CoverAssetId { get; init; }

        public long Revision { get; init; }

        public FoundItem ToShown(IReadOnlyList<CreditShown> authors, IReadOnlyList<SeriesShown> series) =>
            new(
                Id,
                Kind,
                LibraryId,
                Title,
                Merged.Parse(Metadata, Sources).Text(Fields.Subtitle),
                authors,
                series,
                [.. new[] { Outside, Inside }.OfType<string>()],
                Year,
                CoverAssetId is { } asset ? CoverAddress.Of(Id, asset, Revision) : null
            );
    }
}
