using Colophon.Jobs;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Access;

internal sealed record NewUser(string Username, string PasswordHash, string Role, LibraryAccess LibraryAccess);

/// <summary>What setting up and the user endpoints write.</summary>
internal static class UserWrites
{
    public static long Insert(Commit commit, NewUser user)
    {
        RefuseTaken(commit, user.Username, exceptUser: 0);
        var id = commit.Connection.QuerySingle<long>(
            "insert into users (username, username_key, password_hash, role, all_libraries, active, created_at, updated_at) "
                + "values (@Username, @Key, @PasswordHash, @Role, @AllLibraries, 1, @Now, @Now) returning id",
            new
            {
                user.Username,
                Key = Users.KeyOf(user.Username),
                user.PasswordHash,
                user.Role,
                AllLibraries = user.LibraryAccess.Ids is null ? 1L : 0L,
                Now = commit.Now.ToUnixTimeMilliseconds(),
            },
            commit.Transaction
        );
        Grant(commit, id, user.LibraryAccess);
        return id;
    }

    public static void Grant(Commit commit, long userId, LibraryAccess access)
    {
        commit.Connection.Execute(
            "delete from library_access where user_id = @userId",
            new { userId },
            commit.Transaction
        );
        foreach (var libraryId in access.Ids ?? [])
            commit.Connection.Execute(
                "insert into library_access (user_id, library_id) values (@userId, @libraryId)",
                new { userId, libraryId },
                commit.Transaction
            );
    }

    public static void RefuseTaken(Commit commit, string username, long exceptUser)
    {
        var taken = commit.Connection.QuerySingle<long>(
            "select count(*) from users where username_key = @key and id <> @exceptUser",
            new { key = Users.KeyOf(username), exceptUser },
            commit.Transaction
        );
        if (taken > 0)
            throw ApiErrors.Validation("username", $"There is a user {username} already.").AsException();
    }

    public static void RefuseUnknownReferences(Commit commit, string? role, LibraryAccess? access)
    {
        var errors = new FieldErrors();
        if (role is not null && Roles.PermissionsOf(commit.Connection, commit.Transaction, role) is null)
            errors.Add("role", $"There is no role {role}.");
        foreach (var id in access?.Ids ?? [])
            if (!IsLibrary(commit, id))
                errors.Add("library_access", $"There is no library {id}.");
        errors.ThrowIfAny();
    }

    /// <summary>Nobody hands out, changes or takes away rights that he does not hold himself.</summary>
    public static void RefuseBeyond(Commit commit, Caller caller, string role, LibraryAccess? access)
    {
        var permissions = Roles.PermissionsOf(commit.Connection, commit.Transaction, role) ?? [];
        if (!permissions.All(caller.May))
            throw ApiErrors.Forbidden().AsException();
        var sees = access is null || (access.Ids is { } ids ? ids.All(caller.Sees) : caller.SeesAll);
        if (!sees)
            throw ApiErrors.LibraryForbidden().AsException();
    }

    /// <summary>Somebody must stay who can mend things.</summary>
    public static void RefuseWithoutAdministrator(Commit commit)
    {
        var left = commit.Connection.QuerySingle<long>(
            "select count(*) from users where role = @Admin and active = 1",
            new { BuiltInRoles.Admin },
            commit.Transaction
        );
        if (left == 0)
            throw ApiErrors
                .Conflict("last_admin", "This is the last active administrator. Make another user administrator first.")
                .AsException();
    }

    private static bool IsLibrary(Commit commit, long id) =>
        commit.Connection.QuerySingle<long>(
            "select count(*) from libraries where id = @id and deleted_at is null",
            new { id },
            commit.Transaction
        ) > 0;
}
