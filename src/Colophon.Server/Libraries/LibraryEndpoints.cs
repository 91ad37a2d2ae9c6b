using System.Text.Json.Nodes;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Libraries;

public static class LibraryEndpoints
{
    public static IEndpointRouteBuilder MapLibraries(this IEndpointRouteBuilder routes)
    {
        var libraries = routes.MapGroup("/api/libraries").WithTags("libraries");
        libraries
            .MapGet("/", ListAsync)
            .WithName("listLibraries")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Filters);
        libraries
            .MapPost("/", CreateAsync)
            .WithName("createLibrary")
            .Requires(Permissions.LibrariesWrite, LibraryCheck.None);
        libraries
            .MapGet("/{id:long}", GetAsync)
            .WithName("getLibrary")
            .Requires(Permissions.LibrariesRead, LibraryCheck.Refuses);
        libraries
            .MapPatch("/{id:long}", ChangeAsync)
            .WithName("changeLibrary")
            .Requires(Permissions.LibrariesWrite, LibraryCheck.Refuses);
        libraries
            .MapDelete("/{id:long}", DeleteAsync)
            .WithName("deleteLibrary")
            .Requires(Permissions.LibrariesWrite, LibraryCheck.Refuses);
        return routes;
    }

    private static async Task<Ok<LibraryList>> ListAsync(
        Caller caller,
        Paging paging,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var all = await database.ReadAsync(
            connection => LibraryShown.LoadAsync(connection, id: null),
            cancellationToken
        );
        var seen = all.Where(library => caller.Sees(library.Id)).ToList();
        return TypedResults.Ok(new LibraryList([.. seen.Skip(paging.Offset).Take(paging.Limit)], seen.Count));
    }

    private static async Task<Results<Ok<LibraryShown>, ApiError>> GetAsync(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var library = await FindAsync(database, id, cancellationToken);
        if (library is null)
            return ApiErrors.NotFound();
        return caller.Sees(id) ? TypedResults.Ok(library) : ApiErrors.LibraryForbidden();
    }

    private static async Task<Results<Created<LibraryShown>, ApiError>> CreateAsync(
        LibraryRequest request,
        Caller caller,
        AddLibrary add,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var id = await add.RunAsync(request, caller, cancellationToken);
        var library = await FindAsync(database, id, cancellationToken);
        return TypedResults.Created($"/api/libraries/{id}", library!);
    }

    private static async Task<Results<Ok<LibraryShown>, ApiError>> ChangeAsync(
        long id,
        LibraryPatch patch,
        Caller caller,
        ChangeLibrary change,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(database, id, cancellationToken) is null)
            return ApiErrors.NotFound();
        if (!caller.Sees(id))
            return ApiErrors.LibraryForbidden();
        await change.RunAsync(id, patch, cancellationToken);
        return TypedResults.Ok((await FindAsync(database, id, cancellationToken))!);
    }

    private static async Task<Results<NoContent, ApiError>> DeleteAsync(
        long id,
        Caller caller,
        IDatabase database,
        IEndLibraryWork work,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(database, id, cancellationToken) is null)
            return ApiErrors.NotFound();
        if (!caller.Sees(id))
            return ApiErrors.LibraryForbidden();
        await database.WriteAsync(commit => DeleteLibrary.Begin(commit, id, work), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<LibraryShown?> FindAsync(IDatabase database, long id, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(connection => LibraryShown.LoadAsync(connection, id), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }
}

/// <param name="Scan">False: no first scan is started.</param>
public sealed record LibraryRequest(
    string Name,
    string Type,
    IReadOnlyList<string> Paths,
    JsonObject? Options = null,
    bool Scan = true
);

/// <summary>What is absent stays; <paramref name="Options"/> are merged key by key.</summary>
public sealed record LibraryPatch(string? Name = null, IReadOnlyList<string>? Paths = null, JsonObject? Options = null);

public sealed record LibraryList(IReadOnlyList<LibraryShown> Libraries, long Total);
