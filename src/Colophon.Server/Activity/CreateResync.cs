using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning.Resync;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>Body of POST /api/resync: which items (one of the first four), and how.</summary>
/// <param name="ItemIds">Items of one library, at most 10,000.</param>
/// <param name="Refresh">False: by priority. True: what the files say overwrites all but locked fields.</param>
/// <param name="DryRun">Only tell in the job's log what would change.</param>
public sealed record CreateResyncRequest(
    IReadOnlyList<long>? ItemIds = null,
    long? SeriesId = null,
    long? PersonId = null,
    long? LibraryId = null,
    bool Refresh = false,
    bool DryRun = false
);

/// <summary>POST /api/resync: many items, as a job.</summary>
internal static class CreateResync
{
    private const int MostItems = 10_000;

    public static Task<Results<Ok<JobAnswer>, ApiError>> HandleAsync(
        CreateResyncRequest request,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        Check(request);
        return database.WriteAsync<Results<Ok<JobAnswer>, ApiError>>(
            commit =>
            {
                var library = LibraryOf(commit, request);
                if (caller.LibraryRefusal(library) is { } refusal)
                    return refusal;
                var data = new ResyncData(
                    request.ItemIds,
                    request.SeriesId,
                    request.PersonId,
                    request.LibraryId,
                    request.Refresh,
                    request.DryRun,
                    caller.UserId
                );
                var job = JobRequest.For(JobTypes.Resync, JobQueues.OfLibrary(library), data) with
                {
                    LibraryId = library,
                };
                var id = commit.Insert([job])[0]!.Value;
                return TypedResults.Ok(JobQueries.Find(commit.Connection, commit.Transaction, id)!);
            },
            cancellationToken
        );
    }

    private static void Check(CreateResyncRequest request)
    {
        var named = new object?[] { request.ItemIds, request.SeriesId, request.PersonId, request.LibraryId };
        if (named.Count(one => one is not null) != 1)
            throw ApiErrors
                .Validation("item_ids", "Give exactly one of item_ids, series_id, person_id and library_id.")
                .AsException();
        if (request.ItemIds is { } items && items.Count is 0 or > MostItems)
            throw ApiErrors
                .Validation("item_ids", $"item_ids must name between 1 and {MostItems} items.")
                .AsException();
    }

    private static long LibraryOf(Commit commit, CreateResyncRequest request)
    {
        if (request.ItemIds is { } items)
            return LibraryOfItems(commit, items);
        var (field, sql, id) = request switch
        {
            { SeriesId: { } series } => ("series_id", "select library_id from series where id = @id", series),
            { PersonId: { } person } => ("person_id", "select library_id from people where id = @id", person),
            _ => ("library_id", "select id from libraries where id = @id", request.LibraryId!.Value),
        };
        var library = commit.Connection.QuerySingleOrDefault<long?>(
            $"select l.id from libraries l where l.deleted_at is null and l.id in ({sql})",
            new { id },
            commit.Transaction
        );
        return library ?? throw ApiErrors.Validation(field, $"There is no such {field}: {id}.").AsException();
    }

    private static long LibraryOfItems(Commit commit, IReadOnlyList<long> items)
    {
        var found = commit
            .Connection.Query<(long Id, long LibraryId)>(
                """
                select i.id, i.library_id from items i join libraries l on l.id = i.library_id
                where i.id in @items and i.missing_since is null and l.deleted_at is null
                """,
                new { items },
                commit.Transaction
            )
            .ToDictionary(row => row.Id, row => row.LibraryId);
        var unknown = items.Where(id => !found.ContainsKey(id)).Take(5).ToList();
        if (unknown.Count > 0)
            throw ApiErrors.Validation("item_ids", $"There is no item {string.Join(", ", unknown)}.").AsException();
        var libraries = found.Values.Distinct().ToList();
        return libraries.Count == 1
            ? libraries[0]
            : throw ApiErrors.Validation("item_ids", "The items must be of one library.").AsException();
    }
}
