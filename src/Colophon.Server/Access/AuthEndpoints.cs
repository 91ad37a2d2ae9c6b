using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Access;

/// <summary>Signing in and out.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/auth/login", LoginAsync)
            .Anonymous()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests)
            .WithName("login")
            .WithTags("Access");
        routes.MapPost("/api/auth/logout", LogoutAsync).SignedIn().WithName("logout").WithTags("Access");
        routes
            .MapGet("/api/auth/me", (Caller caller) => TypedResults.Ok(Me.Of(caller)))
            .SignedIn()
            .WithName("getMe")
            .WithTags("Access");
    }

    private static async Task<Results<Ok<Me>, ApiError>> LoginAsync(
        LoginRequest request,
        HttpContext context,
        IDatabase database,
        Passwords passwords,
        LoginThrottle throttle,
        CancellationToken cancellationToken
    )
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (throttle.Begin(request.Username, address) is { } tooEarly)
            return tooEarly;
        var user = await database.ReadAsync(
            connection => Task.FromResult(Users.ByName(connection, request.Username)),
            cancellationToken
        );
        if (!passwords.Fits(user?.PasswordHash, request.Password) || user is not { Active: 1 })
        {
            await database.WriteAsync(commit => Refuse(commit, user, address), cancellationToken);
            return ApiErrors.BadCredentials();
        }
        throttle.Succeeded(request.Username, address);
        var (me, token) = await database.WriteAsync(commit => Begin(commit, user, address), cancellationToken);
        Sessions.SetCookie(context, token);
        return TypedResults.Ok(me);
    }

    private static (Me Me, string Token) Begin(Commit commit, UserRow user, string address)
    {
        Audit.Write(commit, user.Id, Audit.Login, new { address });
        var permissions = Roles.PermissionsOf(commit.Connection, commit.Transaction, user.Role) ?? [];
        var libraries = LibraryAccess.Of(Users.LibrariesOf(commit.Connection, commit.Transaction, user));
        return (
            new Me(user.Id, user.Username, user.Role, Roles.Sort(permissions).Known, libraries),
            Sessions.Begin(commit, user.Id)
        );
    }

    // The name that was typed is not kept: people type passwords into the wrong field.
    private static int Refuse(Commit commit, UserRow? user, string address)
    {
        Audit.Write(commit, user?.Id, Audit.LoginRefused, new { address });
        return 0;
    }

    private static async Task<NoContent> LogoutAsync(
        Caller caller,
        HttpContext context,
        IDatabase database,
        Sessions sessions,
        CancellationToken cancellationToken
    )
    {
        if (context.Request.Cookies.TryGetValue(Sessions.CookieName, out var token))
        {
            await database.WriteAsync(
                commit =>
                {
                    sessions.End(commit, token, caller.UserId);
                    Audit.Write(commit, caller.UserId, Audit.Logout, new { });
                    return 0;
                },
                cancellationToken
            );
            Sessions.DropCookie(context);
        }
        return TypedResults.NoContent();
    }
}

public sealed record LoginRequest(string Username, string Password);
