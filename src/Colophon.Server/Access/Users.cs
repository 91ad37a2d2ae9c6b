using System.Data.Common;
using System.Text;
using Dapper;

namespace Colophon.Server.Access;

/// <summary>A row of <c>users</c>.</summary>
internal sealed record UserRow(
    long Id,
    string Username,
    string PasswordHash,
    string Role,
    long AllLibraries,
    long Active,
    long CreatedAt
);

/// <summary>Queries over users that more than one slice of Access needs.</summary>
internal static class Users
{
    private const string Columns =
        "id as Id, username as Username, password_hash as PasswordHash, role as Role, "
        + "all_libraries as AllLibraries, active as Active, created_at as CreatedAt";

    /// <summary>Two names that differ in case or form only are the same user.</summary>
    public static string KeyOf(string username) =>
        username.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    public static UserRow? ById(DbConnection connection, DbTransaction? transaction, long id) =>
        connection.QuerySingleOrDefault<UserRow>(
            $"select {Columns} from users where id = @id",
            new { id },
            transaction
        );

    public static UserRow? ByName(DbConnection connection, string username) =>
        connection.QuerySingleOrDefault<UserRow>(
            $"select {Columns} from users where username_key = @key",
            new { key = KeyOf(username) }
        );

    public static IReadOnlyList<UserRow> Page(DbConnection connection, int limit, int offset) =>
        [
            .. connection.Query<UserRow>(
                $"select {Columns} from users order by username_key limit @limit offset @offset",
                new { limit, offset }
            ),
        ];

    public static bool Any(DbConnection connection) =>
        connection.QuerySingle<long>("select count(*) from (select 1 from users limit 1) found") > 0;

    /// <summary>The libraries a user may see; null = all.</summary>
    public static IReadOnlySet<long>? LibrariesOf(DbConnection connection, DbTransaction? transaction, UserRow user) =>
        user.AllLibraries == 1
            ? null
            : connection
                .Query<long>(
                    "select a.library_id from library_access a join libraries l on l.id = a.library_id "
                        + "where a.user_id = @Id and l.deleted_at is null",
                    new { user.Id },
                    transaction
                )
                .ToHashSet();
}
