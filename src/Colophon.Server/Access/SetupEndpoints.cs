using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Access;

/// <summary>The first administrator.</summary>
internal static class SetupEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/setup", StateAsync).Anonymous().WithName("getSetup").WithTags("Access");
        routes
            .MapPost("/api/setup", SetUpAsync)
            .Anonymous()
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict)
            .WithName("setUp")
            .WithTags("Access");
    }

    private static async Task<Ok<SetupState>> StateAsync(IDatabase database, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SetupState(!await IsSetUpAsync(database, cancellationToken), ServerOptions.Version));

    private static async Task<Results<Created<Me>, ApiError>> SetUpAsync(
        SetupRequest request,
        HttpContext context,
        IDatabase database,
        Passwords passwords,
        SetupCode setupCode,
        CancellationToken cancellationToken
    )
    {
        if (await IsSetUpAsync(database, cancellationToken))
            return ApiErrors.AlreadySetUp();
        if (!setupCode.Admits(context, request.Code))
            return ApiErrors.SetupCode();
        var errors = new FieldErrors();
        Credentials.CheckUsername(errors, request.Username);
        Credentials.CheckPassword(errors, request.Password);
        if (errors.Refusal is { } refusal)
            return refusal;
        var hash = passwords.Hash(request.Password);
        var made = await database.WriteAsync(
            commit => MakeFirst(commit, request.Username.Trim(), hash),
            cancellationToken
        );
        if (made is not { } first)
            return ApiErrors.AlreadySetUp();
        Sessions.SetCookie(context, first.Token);
        return TypedResults.Created("/api/auth/me", first.Me);
    }

    // The row of settings is what only one of many can insert, on every database.
    private static (Me Me, string Token)? MakeFirst(Commit commit, string username, string passwordHash)
    {
        var now = commit.Now.ToUnixTimeMilliseconds();
        var won = commit.Connection.Execute(
            "insert into settings (key, value) select 'set_up_at', @now where not exists (select 1 from users) on conflict do nothing",
            new { now = now.ToString() },
            commit.Transaction
        );
        if (won == 0)
            return null;
        var id = UserWrites.Insert(commit, new NewUser(username, passwordHash, BuiltInRoles.Admin, LibraryAccess.All));
        Audit.Write(commit, id, Audit.Setup, new { username });
        var me = new Me(id, username, BuiltInRoles.Admin, BuiltInRoles.AllPermissions, LibraryAccess.All);
        return (me, Sessions.Begin(commit, id));
    }

    private static Task<bool> IsSetUpAsync(IDatabase database, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => Task.FromResult(Users.Any(connection)), cancellationToken);
}

public sealed record SetupState(bool NeedsSetup, string Version);

/// <summary>The first administrator.</summary>
/// <param name="Code">From another machine: the code printed in the server's log.</param>
public sealed record SetupRequest(string Username, string Password, string? Code = null);
