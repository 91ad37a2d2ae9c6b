using Colophon.Jobs;
using Dapper;

namespace Colophon.Server.Access;

/// <summary>Sessions behind the cookie: opaque, stored as a hash, sliding, ended by deleting the row.</summary>
internal sealed class Sessions(SignInCache cache)
{
    public const string CookieName = "colophon_session";
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How much of its life a session must have spent before it is made longer: spares a write a request.</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromHours(6);

    /// <summary>Makes a session in this commit; the answer is the token for the cookie.</summary>
    public static string Begin(Commit commit, long userId)
    {
        var token = Secrets.NewToken();
        var now = commit.Now.ToUnixTimeMilliseconds();
        commit.Connection.Execute(
            "insert into sessions (token_hash, user_id, created_at, last_seen_at, expires_at) values (@hash, @userId, @now, @now, @until)",
            new
            {
                hash = Secrets.Hash(token),
                userId,
                now,
                until = (commit.Now + Lifetime).ToUnixTimeMilliseconds(),
            },
            commit.Transaction
        );
        commit.Connection.Execute("delete from sessions where expires_at <= @now", new { now }, commit.Transaction);
        return token;
    }

    public static void Renew(Commit commit, string tokenHash) =>
        commit.Connection.Execute(
            "update sessions set last_seen_at = @now, expires_at = @until where token_hash = @tokenHash",
            new
            {
                tokenHash,
                now = commit.Now.ToUnixTimeMilliseconds(),
                until = (commit.Now + Lifetime).ToUnixTimeMilliseconds(),
            },
            commit.Transaction
        );

    public void End(Commit commit, string token, long userId)
    {
        commit.Connection.Execute(
            "delete from sessions where token_hash = @hash",
            new { hash = Secrets.Hash(token) },
            commit.Transaction
        );
        commit.AfterCommit(() => cache.Forget(userId));
    }

    public void EndAll(Commit commit, long userId)
    {
        commit.Connection.Execute("delete from sessions where user_id = @userId", new { userId }, commit.Transaction);
        commit.AfterCommit(() => cache.Forget(userId));
    }

    /// <summary>The user's rights changed: sessions stay, but nobody goes on with what was known before.</summary>
    public void Recheck(Commit commit, long userId) => commit.AfterCommit(() => cache.Forget(userId));

    /// <summary>Puts the token into the cookie; Secure when the browser came by https.</summary>
    public static void SetCookie(HttpContext context, string token) =>
        context.Response.Cookies.Append(CookieName, token, Cookie(context, Lifetime));

    public static void DropCookie(HttpContext context) =>
        context.Response.Cookies.Delete(CookieName, Cookie(context, null));

    private static CookieOptions Cookie(HttpContext context, TimeSpan? maxAge) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = maxAge,
            IsEssential = true,
        };
}
