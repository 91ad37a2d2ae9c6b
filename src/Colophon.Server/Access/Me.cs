using Colophon.Server.Platform.Http;

namespace Colophon.Server.Access;

/// <summary>The signed-in user as the pages see it.</summary>
public sealed record Me(
    long Id,
    string Username,
    string Role,
    IReadOnlyList<string> Permissions,
    LibraryAccess LibraryAccess
)
{
    public static Me Of(Caller caller) =>
        new(
            caller.UserId,
            caller.Username,
            caller.Role,
            [.. BuiltInRoles.AllPermissions.Where(caller.May)],
            LibraryAccess.Of(caller.Libraries)
        );
}
