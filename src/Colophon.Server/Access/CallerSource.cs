using System.Collections.Frozen;
using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Access;

/// <summary>Finds the caller by bearer key or session cookie. A key that is wrong is not made good by a cookie.</summary>
internal sealed class CallerSource(IDatabase database, SignInCache cache, TimeProvider clock) : ICallerSource
{
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan NoteKeyUseAfter = TimeSpan.FromMinutes(5);

    public async ValueTask<SignIn?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        string? authorization = context.Request.Headers.Authorization;
        if (authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true)
            return await FindAsync("key ", authorization[Bearer.Length..].Trim(), ByKeyAsync, cancellationToken);
        if (!context.Request.Cookies.TryGetValue(Sessions.CookieName, out var token) || token.Length == 0)
            return null;
        return await FindAsync(
            "session ",
            token,
            (hash, token) => BySessionAsync(hash, context, token),
            cancellationToken
        );
    }

    public async ValueTask<Caller> NarrowAsync(Caller caller, string permission, CancellationToken cancellationToken)
    {
        var types = Permissions
            .ByLibraryType(permission)
            .Where(type => caller.May(type.Value))
            .Select(type => type.Key);
        var libraries = await database.ReadAsync(
            connection => connection.QueryAsync<long>("select id from libraries where type in @types", new { types }),
            cancellationToken
        );
        return caller with { Libraries = libraries.Where(caller.Sees).ToFrozenSet() };
    }

    private async ValueTask<SignIn?> FindAsync(
        string means,
        string token,
        Func<string, CancellationToken, Task<Found?>> look,
        CancellationToken cancellationToken
    )
    {
        var hash = Secrets.Hash(token);
        if (cache.Find(means + hash) is { } known)
            return known;
        var readAt = cache.Generation;
        if (await look(hash, cancellationToken) is not { } found)
            return null;
        cache.Keep(means + hash, found.SignIn, found.Expires, readAt);
        return found.SignIn;
    }

    private async Task<Found?> BySessionAsync(string hash, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            connection => Task.FromResult(ReadSession(connection, hash)),
            cancellationToken
        );
        if (found is null)
            return null;
        if (found.Expires - clock.GetUtcNow() < Sessions.Lifetime - Sessions.RenewAfter)
        {
            await database.WriteAsync(
                commit =>
                {
                    Sessions.Renew(commit, hash);
                    return 0;
                },
                cancellationToken
            );
            Sessions.SetCookie(context, context.Request.Cookies[Sessions.CookieName]!);
        }
        return found;
    }

    private Found? ReadSession(DbConnection connection, string hash)
    {
        var session = connection.QuerySingleOrDefault<SessionRow>(
            "select user_id as UserId, expires_at as ExpiresAt from sessions where token_hash = @hash and expires_at > @now",
            new { hash, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }
        );
        return session is null || CallerOf(connection, session.UserId, scopes: null) is not { } caller
            ? null
            : new Found(
                new SignIn(caller, SignInMeans.Cookie),
                DateTimeOffset.FromUnixTimeMilliseconds(session.ExpiresAt)
            );
    }

    private async Task<Found?> ByKeyAsync(string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = await database.ReadAsync(
            connection => Task.FromResult(ReadKey(connection, hash, now)),
            cancellationToken
        );
        if (key is not { } found)
            return null;
        if (found.LastUsed is null || now - found.LastUsed > NoteKeyUseAfter)
            await database.WriteAsync(
                commit =>
                    commit.Connection.Execute(
                        "update api_keys set last_used_at = @at where key_hash = @hash",
                        new { hash, at = commit.Now.ToUnixTimeMilliseconds() },
                        commit.Transaction
                    ),
                cancellationToken
            );
        return found.Found;
    }

    private static (Found Found, DateTimeOffset? LastUsed)? ReadKey(
        DbConnection connection,
        string hash,
        DateTimeOffset now
    )
    {
        var key = connection.QuerySingleOrDefault<KeyRow>(
            "select user_id as UserId, scopes as Scopes, expires_at as ExpiresAt, last_used_at as LastUsedAt from api_keys "
                + "where key_hash = @hash and (expires_at is null or expires_at > @now)",
            new { hash, now = now.ToUnixTimeMilliseconds() }
        );
        if (key is null || CallerOf(connection, key.UserId, Roles.Split(key.Scopes)) is not { } caller)
            return null;
        var expires = key.ExpiresAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : DateTimeOffset.MaxValue;
        DateTimeOffset? used = key.LastUsedAt is { } last ? DateTimeOffset.FromUnixTimeMilliseconds(last) : null;
        return (new Found(new SignIn(caller, SignInMeans.ApiKey), expires), used);
    }

    private static Caller? CallerOf(DbConnection connection, long userId, IReadOnlyList<string>? scopes)
    {
        if (Users.ById(connection, null, userId) is not { Active: 1 } user)
            return null;
        var permissions = Roles.PermissionsOf(connection, null, user.Role) ?? [];
        var held = scopes is null ? permissions : permissions.Intersect(scopes, StringComparer.Ordinal);
        return new Caller(
            user.Id,
            user.Username,
            user.Role,
            held.ToFrozenSet(StringComparer.Ordinal),
            Users.LibrariesOf(connection, null, user)
        );
    }

    private sealed record Found(SignIn SignIn, DateTimeOffset Expires);

    private sealed record SessionRow(long UserId, long ExpiresAt);

    private sealed record KeyRow(long UserId, string Scopes, long? ExpiresAt, long? LastUsedAt);
}
