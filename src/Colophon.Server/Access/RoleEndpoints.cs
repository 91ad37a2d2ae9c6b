using System.Data.Common;
using System.Text.RegularExpressions;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Access;

/// <summary>The permission matrix: built-in roles and those an administrator adds.</summary>
internal static partial class RoleEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var roles = routes.MapGroup("/api/roles").WithTags("Access");
        roles.MapGet("", ListAsync).Requires(Permissions.UsersRead, LibraryCheck.None).WithName("listRoles");
        roles.MapPost("", CreateAsync).Requires(Permissions.UsersWrite, LibraryCheck.None).WithName("createRole");
        roles
            .MapPatch("/{name}", ChangeAsync)
            .Requires(Permissions.UsersWrite, LibraryCheck.None)
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("changeRole");
        roles
            .MapDelete("/{name}", DeleteAsync)
            .Requires(Permissions.UsersWrite, LibraryCheck.None)
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("deleteRole");
    }

    private static async Task<Ok<RoleList>> ListAsync(IDatabase database, CancellationToken cancellationToken)
    {
        var custom = await database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Query<RoleRow>("select name, permissions from roles order by name").ToList()
                ),
            cancellationToken
        );
        var roles = BuiltInRoles
            .Names.Select(name => new RoleView(name, BuiltInRoles.Find(name)!, BuiltIn: true))
            .Concat(custom.Select(row => new RoleView(row.Name, Roles.Split(row.Permissions)!, BuiltIn: false)))
            .ToList();
        return TypedResults.Ok(new RoleList(roles, roles.Count, BuiltInRoles.AllPermissions));
    }

    private static async Task<Results<Created<RoleView>, ApiError>> CreateAsync(
        CreateRoleRequest request,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (known, unknown) = Roles.Sort(request.Permissions);
        var errors = new FieldErrors();
        if (!RoleName().IsMatch(request.Name))
            errors.Add("name", "A role's name has 1 to 40 small letters, digits, - and _.");
        CheckPermissions(errors, caller, known, unknown);
        if (errors.Refusal is { } refusal)
            return refusal;
        return await database.WriteAsync<Results<Created<RoleView>, ApiError>>(
            commit =>
            {
                if (Roles.PermissionsOf(commit.Connection, commit.Transaction, request.Name) is not null)
                    return ApiErrors.Validation("name", $"There is a role {request.Name} already.");
                commit.Connection.Execute(
                    "insert into roles (name, permissions, built_in) values (@Name, @permissions, 0)",
                    new { request.Name, permissions = Roles.Join(known) },
                    commit.Transaction
                );
                Audit.Write(commit, caller.UserId, Audit.RoleCreated, new { request.Name, permissions = known });
                return TypedResults.Created(
                    $"/api/roles/{request.Name}",
                    new RoleView(request.Name, known, BuiltIn: false)
                );
            },
            cancellationToken
        );
    }

    private static async Task<Results<Ok<RoleView>, ApiError>> ChangeAsync(
        string name,
        ChangeRoleRequest request,
        Caller caller,
        IDatabase database,
        SignInCache cache,
        CancellationToken cancellationToken
    )
    {
        var (known, unknown) = Roles.Sort(request.Permissions);
        var errors = new FieldErrors();
        CheckPermissions(errors, caller, known, unknown);
        if (errors.Refusal is { } refusal)
            return refusal;
        return await database.WriteAsync<Results<Ok<RoleView>, ApiError>>(
            commit =>
            {
                if (RefusalOf(commit.Connection, commit.Transaction, name) is { } refused)
                    return refused;
                commit.Connection.Execute(
                    "update roles set permissions = @permissions where name = @name",
                    new { name, permissions = Roles.Join(known) },
                    commit.Transaction
                );
                Audit.Write(commit, caller.UserId, Audit.RoleChanged, new { name, permissions = known });
                ForgetHolders(commit, name, cache);
                return TypedResults.Ok(new RoleView(name, known, BuiltIn: false));
            },
            cancellationToken
        );
    }

    private static async Task<Results<NoContent, ApiError>> DeleteAsync(
        string name,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        await database.WriteAsync<Results<NoContent, ApiError>>(
            commit =>
            {
                if (RefusalOf(commit.Connection, commit.Transaction, name) is { } refused)
                    return refused;
                var holders = Holders(commit, name).Count;
                if (holders > 0)
                    return ApiErrors.Conflict(
                        "role_in_use",
                        $"{holders} users have this role. Give them another first."
                    );
                commit.Connection.Execute("delete from roles where name = @name", new { name }, commit.Transaction);
                Audit.Write(commit, caller.UserId, Audit.RoleDeleted, new { name });
                return TypedResults.NoContent();
            },
            cancellationToken
        );

    private static ApiError? RefusalOf(DbConnection connection, DbTransaction? transaction, string name) =>
        BuiltInRoles.Find(name) is not null
            ? ApiErrors.Conflict("role_built_in", $"The role {name} is built in and stays as it is.")
        : Roles.PermissionsOf(connection, transaction, name) is null ? ApiErrors.NotFound()
        : null;

    // Nobody hands out what he does not hold.
    private static void CheckPermissions(
        FieldErrors errors,
        Caller caller,
        IReadOnlyList<string> known,
        IReadOnlyList<string> unknown
    )
    {
        foreach (var permission in unknown)
            errors.Add("permissions", $"There is no permission {permission}.");
        foreach (var permission in known.Where(permission => !caller.May(permission)))
            errors.Add("permissions", $"You do not hold {permission} yourself.");
    }

    private static void ForgetHolders(Commit commit, string role, SignInCache cache)
    {
        foreach (var userId in Holders(commit, role))
            commit.AfterCommit(() => cache.Forget(userId));
    }

    private static List<long> Holders(Commit commit, string role) =>
        commit
            .Connection.Query<long>("select id from users where role = @role", new { role }, commit.Transaction)
            .ToList();

    [GeneratedRegex("^[a-z0-9_-]{1,40}$")]
    private static partial Regex RoleName();

    private sealed record RoleRow(string Name, string Permissions);
}

public sealed record RoleView(string Name, IReadOnlyList<string> Permissions, bool BuiltIn);

/// <summary>All roles.</summary>
/// <param name="Permissions">Every permission there is, in the order of the matrix.</param>
public sealed record RoleList(IReadOnlyList<RoleView> Roles, long Total, IReadOnlyList<string> Permissions);

public sealed record CreateRoleRequest(string Name, IReadOnlyList<string> Permissions);

public sealed record ChangeRoleRequest(IReadOnlyList<string> Permissions);
