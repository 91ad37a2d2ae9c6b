using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Activity;

/// <summary>GET /api/scans and /api/scans/{id}.</summary>
internal static class ListScans
{
    public static async Task<Results<Ok<ScanList>, ApiError>> HandleAsync(
        Paging paging,
        [FromQuery(Name = "library_id")] long? libraryId,
        [FromQuery(Name = "status")] string[]? status,
        Caller caller,
        ScanSight sight,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var errors = new FieldErrors();
        foreach (var unknown in (status ?? []).Except(ScanStatus.All))
            errors.Add("status", $"There is no status \"{unknown}\"; there are {string.Join(", ", ScanStatus.All)}.");
        if (errors.Refusal is { } refusal)
            return refusal;
        var list = await database.ReadAsync(
            connection => Task.FromResult(Read(connection, paging, libraryId, status ?? [], caller, sight)),
            cancellationToken
        );
        return TypedResults.Ok(list);
    }

    public static async Task<Results<Ok<ScanAnswer>, ApiError>> OneAsync(
        long id,
        Caller caller,
        ScanSight sight,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var scan = await database.ReadAsync(
            connection =>
                Task.FromResult(
                    ScanRow.Load(connection, null, id) is { } row ? sight.Answers(connection, [row])[0] : null
                ),
            cancellationToken
        );
        if (scan is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(scan.LibraryId) is { } refusal)
            return refusal;
        return TypedResults.Ok(scan);
    }

    private static ScanList Read(
        DbConnection connection,
        Paging paging,
        long? libraryId,
        IReadOnlyList<string> statuses,
        Caller caller,
        ScanSight sight
    )
    {
        var condition = caller.LibrarySql("library_id");
        if (libraryId is not null)
            condition += " and library_id = @libraryId";
        if (statuses.Count > 0)
            condition += " and status in @statuses";
        var values = new
        {
            libraryId,
            statuses,
            paging.Limit,
            paging.Offset,
        };
        var rows = connection.Query<ScanRow>(
            $"select * from scans where {condition} order by id desc limit @Limit offset @Offset",
            values
        );
        return new ScanList(
            sight.Answers(connection, rows.AsList()),
            connection.QuerySingle<long>($"select count(*) from scans where {condition}", values)
        );
    }
}

/// <summary>What is seen of a scan beside its row: the name of its library, the time left, whether it comes on.</summary>
internal sealed class ScanSight(IDatabase database, ScanPace pace, IProviderPaces providers, TimeProvider clock)
{
    public IReadOnlyList<ScanAnswer> Answers(DbConnection connection, IReadOnlyList<ScanRow> scans)
    {
        var now = clock.GetUtcNow();
        var names = connection
            .Query<LibraryName>(
                "select id, name from libraries where id in @ids",
                new { ids = scans.Select(scan => scan.LibraryId).Distinct().ToList() }
            )
            .ToDictionary(library => library.Id, library => library.Name);
        return
        [
            .. scans.Select(scan =>
                ScanAnswer.Of(
                    scan,
                    names.GetValueOrDefault(scan.LibraryId, ""),
                    now,
                    pace.Remaining(scan.Id),
                    RateLimitAnswer.Of(
                        scan.EnrichmentProvider is { } asked && !ScanStatus.HasEnded(scan.Status)
                            ? providers.Of(connection, null, asked)
                            : null
                    ),
                    ScanHealthAnswer.Of(ScanHealth.Of(connection, scan, database.Trouble, now))
                )
            ),
        ];
    }

    private sealed record LibraryName(long Id, string Name);
}
