using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Http;
using Colophon.Server.Publishing.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Publishing;

/// <summary>What would be written beside media, doing so, and taking it back.</summary>
public static class PublishEndpoints
{
    private static readonly Dictionary<string, PublishState> States = new(StringComparer.Ordinal)
    {
        ["intended"] = PublishState.Intended,
        ["done"] = PublishState.Done,
        ["undone"] = PublishState.Undone,
        ["failed"] = PublishState.Failed,
        ["kept"] = PublishState.Kept,
    };

    public static void MapPublishing(this IEndpointRouteBuilder routes)
    {
        var libraries = routes.MapGroup("/api/libraries/{id:long}/publish").WithTags("publishing");
        libraries
            .MapGet("/plan", PublishPlans.ListAsync)
            .WithName("getPublishPlan")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Refuses);
        libraries
            .MapGet("/plan/counts", PublishPlans.CountAsync)
            .WithName("countPublishPlan")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Refuses);
        libraries
            .MapPost("", PublishAsync)
            .WithName("publishLibrary")
            .Requires(Permissions.LibrariesWrite, LibraryCheck.Refuses)
            .Refuses(StatusCodes.Status409Conflict);
        libraries
            .MapGet("/runs", RunsAsync)
            .WithName("listPublishRuns")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Refuses);
        var runs = routes.MapGroup("/api/publish/runs/{id:long}").WithTags("publishing");
        runs.MapGet("", RunAsync).WithName("getPublishRun").Requires(Permissions.LibrariesRead, LibraryCheck.Refuses);
        runs.MapGet("/files", FilesAsync)
            .WithName("listPublishRunFiles")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Refuses);
        runs.MapPost("/undo", UndoAsync)
            .WithName("undoPublishRun")
            .Requires(Permissions.LibrariesWrite, LibraryCheck.Refuses)
            .Refuses(StatusCodes.Status409Conflict);
    }

    /// <summary>The library, or a refusal.</summary>
    internal static async Task<Library> LibraryAsync(DbConnection connection, long id, Caller caller)
    {
        var library = await Library.FindAsync(connection, id) ?? throw ApiErrors.NotFound().AsException();
        return caller.Sees(id) ? library : throw ApiErrors.LibraryForbidden().AsException();
    }

    private static async Task<Results<Ok<PublishJobView>, ApiError>> PublishAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var library = await database.ReadAsync(connection => LibraryAsync(connection, id, caller), cancellationToken);
        return library.Options.PublishedFor is null
            ? ApiErrors.WrongState("The library publishes nothing; set its option publish first.")
            : await QueueAsync(PublishRequests.OfLibrary(id), database, cancellationToken);
    }

    private static async Task<Results<Ok<PublishJobView>, ApiError>> UndoAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (run, isLeft) = await database.ReadAsync(
            async connection =>
            {
                var run = await FindAsync(connection, id, caller);
                return (run, PublishChange.Count(connection, id, PublishState.Done) > 0);
            },
            cancellationToken
        );
        return isLeft
            ? await QueueAsync(PublishRequests.Undo(run.LibraryId, id), database, cancellationToken)
            : ApiErrors.WrongState("There is nothing to take back of this run.");
    }

    /// <summary>One that waits already is the answer too.</summary>
    private static async Task<Results<Ok<PublishJobView>, ApiError>> QueueAsync(
        JobRequest request,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.WriteAsync(
                commit => new PublishJobView(
                    commit.Insert([request])[0]
                        ?? commit.Number("select id from jobs where dedupe_key = @key", request.DedupeKey)!.Value
                ),
                cancellationToken
            )
        );

    private static async Task<Ok<PublishRunList>> RunsAsync(
        long id,
        Caller caller,
        Paging paging,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.ReadAsync(
                async connection =>
                {
                    await LibraryAsync(connection, id, caller);
                    var runs = PublishRun.OfLibrary(connection, id, paging.Limit, paging.Offset);
                    return new PublishRunList(
                        [.. runs.Select(run => PublishRunView.Of(run, PublishChange.Count(connection, run.Id)))],
                        PublishRun.Count(connection, id)
                    );
                },
                cancellationToken
            )
        );

    private static async Task<Ok<PublishRunView>> RunAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.ReadAsync(
                async connection =>
                    PublishRunView.Of(await FindAsync(connection, id, caller), PublishChange.Count(connection, id)),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<PublishChangeList>, ApiError>> FilesAsync(
        long id,
        string? state,
        Caller caller,
        Paging paging,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (state is not null && !States.ContainsKey(state))
            return ApiErrors.Validation("state", $"state must be one of {string.Join(", ", States.Keys)}.");
        PublishState? wanted = state is null ? null : States[state];
        return TypedResults.Ok(
            await database.ReadAsync(
                async connection =>
                {
                    await FindAsync(connection, id, caller);
                    var files = PublishChange.OfRun(connection, id, wanted, paging.Limit, paging.Offset);
                    return new PublishChangeList(
                        [.. files.Select(PublishChangeView.Of)],
                        PublishChange.Count(connection, id, wanted)
                    );
                },
                cancellationToken
            )
        );
    }

    private static async Task<PublishRun> FindAsync(DbConnection connection, long id, Caller caller)
    {
        var run = PublishRun.Find(connection, id) ?? throw ApiErrors.NotFound().AsException();
        await LibraryAsync(connection, run.LibraryId, caller);
        return run;
    }
}
