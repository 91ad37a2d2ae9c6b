using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Export;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Activity;

/// <summary>Body of POST /api/jobs.</summary>
/// <param name="Type">scan or export.</param>
/// <param name="Data">Of a scan its options, of an export <c>{format}</c>.</param>
/// <param name="LibraryId">Null = all libraries.</param>
public sealed record CreateJobRequest(string Type, JsonElement Data, long? LibraryId = null);

/// <summary>POST /api/jobs.</summary>
internal static class CreateJob
{
    public static async Task<Results<Ok<JobAnswer>, ApiError>> HandleAsync(
        CreateJobRequest request,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var start = Starter(request);
        return await database.WriteAsync<Results<Ok<JobAnswer>, ApiError>>(
            commit =>
            {
                if (request.LibraryId is { } library && !Exists(commit, library))
                    return ApiErrors.Validation("library_id", $"There is no library {library}.");
                if (JobAccess.WriteRefusal(caller, request.LibraryId) is { } refusal)
                    return refusal;
                return TypedResults.Ok(JobQueries.Find(commit.Connection, commit.Transaction, start(commit))!);
            },
            cancellationToken
        );
    }

    /// <summary>Reads the data before the write begins; what it answers starts the job.</summary>
    private static Func<Commit, long> Starter(CreateJobRequest request)
    {
        var errors = new FieldErrors();
        if (request.Type == JobTypes.Scan.Name)
        {
            var options = ScanOptionsParser.Parse(request.Data, errors);
            errors.ThrowIfAny();
            return commit => Scan(commit, request.LibraryId, options);
        }
        if (request.Type == JobTypes.Export.Name)
        {
            var data = ExportData.Parse(request.Data, errors);
            errors.ThrowIfAny();
            return commit => commit.Insert([data.Request(request.LibraryId)])[0]!.Value;
        }
        errors.Add("type", "type must be scan or export.");
        throw errors.Refusal!.AsException();
    }

    private static long Scan(Commit commit, long? libraryId, ScanOptions options)
    {
        if (options.Path is { } path && Path.IsPathRooted(path) && !LiesInARoot(commit, libraryId, path))
            throw ApiErrors.Validation("data.path", "path must lie inside a root of the library.").AsException();
        var started = StartScan.Start(commit, libraryId, options);
        return started.JobId ?? throw ApiErrors.ScanActive(started.BlockedBy!.Value).AsException();
    }

    private static bool Exists(Commit commit, long libraryId) =>
        commit.Connection.QuerySingle<long>(
            "select count(*) from libraries where id = @libraryId and deleted_at is null",
            new { libraryId },
            commit.Transaction
        ) == 1;

    private static bool LiesInARoot(Commit commit, long? libraryId, string path) =>
        commit
            .Connection.Query<string>(
                """
                select r.path from library_roots r join libraries l on l.id = r.library_id
                where l.deleted_at is null and (@libraryId is null or l.id = @libraryId)
                """,
                new { libraryId },
                commit.Transaction
            )
            .Any(root => path == root || path.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal));
}
