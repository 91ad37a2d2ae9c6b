using System.Data.Common;
using Dapper;

namespace Colophon.Server.Access;

/// <summary>What a role permits: the built-in ones from the code, the others from their table.</summary>
internal static class Roles
{
    private const char Separator = ' ';

    /// <summary>Null when there is no such role.</summary>
    public static IReadOnlyList<string>? PermissionsOf(
        DbConnection connection,
        DbTransaction? transaction,
        string role
    ) =>
        BuiltInRoles.Find(role)
        ?? Split(
            connection.QuerySingleOrDefault<string>(
                "select permissions from roles where name = @role",
                new { role },
                transaction
            )
        );

    public static string Join(IEnumerable<string> permissions) => string.Join(Separator, permissions);

    public static IReadOnlyList<string>? Split(string? permissions) =>
        permissions?.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Known permissions in the order of the matrix, or the names that are none.</summary>
    public static (IReadOnlyList<string> Known, IReadOnlyList<string> Unknown) Sort(IEnumerable<string> permissions)
    {
        var asked = permissions.ToHashSet(StringComparer.Ordinal);
        var known = BuiltInRoles.AllPermissions.Where(asked.Contains).ToList();
        return (known, [.. asked.Except(known).Order(StringComparer.Ordinal)]);
    }
}
