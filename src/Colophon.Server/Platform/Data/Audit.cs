using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Platform.Data;

/// <summary>Writes down sign-ins and administrative changes, in the commit that makes them.</summary>
public static class Audit
{
    public const string Setup = "setup";
    public const string Login = "login";
    public const string LoginRefused = "login_refused";
    public const string Logout = "logout";
    public const string UserCreated = "user_created";
    public const string UserChanged = "user_changed";
    public const string UserDeleted = "user_deleted";
    public const string RoleCreated = "role_created";
    public const string RoleChanged = "role_changed";
    public const string RoleDeleted = "role_deleted";
    public const string KeyCreated = "api_key_created";
    public const string KeyDeleted = "api_key_deleted";
    public const string SettingsChanged = "settings_changed";

    /// <summary>Adds a row.</summary>
    /// <param name="detail">What was done to whom; never a secret.</param>
    public static void Write(Commit commit, long? userId, string action, object detail) =>
        commit.Connection.Execute(
            "insert into audit (at, user_id, action, detail) values (@at, @userId, @action, @detail)",
            new
            {
                at = commit.Now.ToUnixTimeMilliseconds(),
                userId,
                action,
                detail = JsonSerializer.Serialize(detail, ApiJson.Options),
            },
            commit.Transaction
        );
}
