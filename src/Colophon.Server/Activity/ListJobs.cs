using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Activity;

/// <summary>
/// GET /api/jobs: newest first. Without a type, a scan or a parent it lists what people start, not the units of scans.
/// </summary>
internal static class ListJobs
{
    private static readonly Dictionary<string, JobStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["pending"] = JobStatus.Pending,
        ["in_progress"] = JobStatus.InProgress,
        ["completed"] = JobStatus.Completed,
        ["failed"] = JobStatus.Failed,
        ["cancelled"] = JobStatus.Cancelled,
    };

    public static async Task<Results<Ok<JobList>, ApiError>> HandleAsync(
        [PageBounds(100, 10)] Paging paging,
        [FromQuery(Name = "status")] string[]? status,
        [FromQuery(Name = "type")] string[]? type,
        [FromQuery(Name = "library_id_or_global")] long? libraryIdOrGlobal,
        [FromQuery(Name = "scan_id")] long? scanId,
        [FromQuery(Name = "parent_id")] long? parentId,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var filter = new JobFilter(status ?? [], type ?? [], libraryIdOrGlobal, scanId, parentId);
        if (Refusal(filter) is { } refusal)
            return refusal;
        var list = await database.ReadAsync(
            connection => Task.FromResult(Read(connection, filter, paging, caller)),
            cancellationToken
        );
        return TypedResults.Ok(list);
    }

    private static ApiError? Refusal(JobFilter filter)
    {
        var errors = new FieldErrors();
        foreach (var unknown in filter.Statuses.Where(name => !Statuses.ContainsKey(name)))
            errors.Add("status", $"There is no status \"{unknown}\"; there are {string.Join(", ", Statuses.Keys)}.");
        foreach (var unknown in filter.Types.Where(name => JobTypes.All.All(type => type.Name != name)))
            errors.Add("type", $"There is no type \"{unknown}\".");
        return errors.Refusal;
    }

    private static JobList Read(DbConnection connection, JobFilter filter, Paging paging, Caller caller)
    {
        var conditions = new List<string> { JobAccess.Visible(caller, "j.library_id") };
        var values = new DynamicParameters(new { limit = paging.Limit, offset = paging.Offset });
        if (filter.Statuses.Count > 0)
            Add("j.status in @statuses", "statuses", filter.Statuses.Select(name => (long)Statuses[name]).ToList());
        if (filter.LibraryIdOrGlobal is { } library)
            Add("(j.library_id = @library or j.library_id is null)", "library", library);
        if (filter.ScanId is { } scan)
            Add("j.scan_id = @scan", "scan", scan);
        if (filter.ParentId is { } parent)
            Add("j.parent_id = @parent", "parent", parent);
        if (filter.Types.Count > 0)
            Add("j.type in @types", "types", filter.Types);
        else if (filter.ScanId is null && filter.ParentId is null)
            Add(
                "j.scan_id is null and j.type in @types",
                "types",
                JobTypes.TopLevel.Select(type => type.Name).ToList()
            );
        var condition = string.Join(" and ", conditions);
        return new JobList(
            JobQueries.Page(
                connection,
                condition,
                values,
                filter.ScanId is null && filter.ParentId is null ? JobOrder.Newest : JobOrder.LastMade
            ),
            connection.QuerySingle<long>($"select count(*) from jobs j where {condition}", values)
        );

        void Add(string text, string name, object value)
        {
            conditions.Add(text);
            values.Add(name, value);
        }
    }

    private sealed record JobFilter(
        IReadOnlyList<string> Statuses,
        IReadOnlyList<string> Types,
        long? LibraryIdOrGlobal,
        long? ScanId,
        long? ParentId
    );
}
