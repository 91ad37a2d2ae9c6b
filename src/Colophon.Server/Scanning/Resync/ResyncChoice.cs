using Colophon.Jobs;
using Dapper;

namespace Colophon.Server.Scanning.Resync;

/// <summary>The items that a resync job is about, in the order of their ids. Those in the trash are left out.</summary>
public sealed class ResyncChoice(IDatabase database)
{
    public Task<long> CountAsync(ResyncData data, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    $"select count(*) from items i where {Where(data)}",
                    Values(data, 0, 0)
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<long>> NextAsync(
        ResyncData data,
        long after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<long>>(
            async connection =>
                (
                    await connection.QueryAsync<long>(
                        $"select i.id from items i where {Where(data)} and i.id > @after order by i.id limit @limit",
                        Values(data, after, limit)
                    )
                ).AsList(),
            cancellationToken
        );

    private static object Values(ResyncData data, long after, int limit) =>
        new
        {
            items = data.ItemIds,
            series = data.SeriesId,
            person = data.PersonId,
            library = data.LibraryId,
            after,
            limit,
        };

    /// <summary>Only what has files of its own is read.</summary>
    private static string Where(ResyncData data)
    {
        const string shown = "i.missing_since is null and exists (select 1 from item_files f where f.item_id = i.id)";
        if (data.ItemIds is not null)
            return $"{shown} and i.id in @items";
        if (data.SeriesId is not null)
            return $"{shown} and i.id in (select item_id from item_series where series_id = @series)";
        if (data.PersonId is not null)
            return $"{shown} and i.id in (select item_id from item_people where person_id = @person)";
        return $"{shown} and i.library_id = @library";
    }
}
