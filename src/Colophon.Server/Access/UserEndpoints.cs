using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Access;

/// <summary>Users, their role and the libraries they may see.</summary>
internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/api/users").WithTags("Access");
        users.MapGet("", ListAsync).Requires(Permissions.UsersRead, LibraryCheck.None).WithName("listUsers");
        users.MapPost("", CreateAsync).Requires(Permissions.UsersWrite, LibraryCheck.None).WithName("createUser");
        users.MapGet("/{id}", GetAsync).Requires(Permissions.UsersRead, LibraryCheck.None).WithName("getUser");
        users
            .MapPatch("/{id}", ChangeAsync)
            .Requires(Permissions.UsersWrite, LibraryCheck.None)
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("changeUser");
        users
            .MapDelete("/{id}", DeleteAsync)
            .Requires(Permissions.UsersWrite, LibraryCheck.None)
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("deleteUser");
    }

    private static async Task<Ok<UserList>> ListAsync(
        Paging paging,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.ReadAsync(
                connection =>
                    Task.FromResult(
                        new UserList(
                            [
                                .. Users
                                    .Page(connection, paging.Limit, paging.Offset)
                                    .Select(row => UserView.Of(row, Users.LibrariesOf(connection, null, row))),
                            ],
                            connection.QuerySingle<long>("select count(*) from users")
                        )
                    ),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<UserView>, ApiError>> GetAsync(
        long id,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        await database.ReadAsync(
            connection =>
                Task.FromResult(
                    Users.ById(connection, null, id) is { } row
                        ? UserView.Of(row, Users.LibrariesOf(connection, null, row))
                        : null
                ),
            cancellationToken
        )
            is { } view
            ? TypedResults.Ok(view)
            : ApiErrors.NotFound();

    private static async Task<Results<Created<UserView>, ApiError>> CreateAsync(
        CreateUserRequest request,
        Caller caller,
        IDatabase database,
        Passwords passwords,
        CancellationToken cancellationToken
    )
    {
        var errors = new FieldErrors();
        Credentials.CheckUsername(errors, request.Username);
        Credentials.CheckPassword(errors, request.Password);
        if (errors.Refusal is { } refusal)
            return refusal;
        var user = new NewUser(
            request.Username.Trim(),
            passwords.Hash(request.Password),
            request.Role,
            request.LibraryAccess
        );
        var view = await database.WriteAsync(
            commit =>
            {
                UserWrites.RefuseUnknownReferences(commit, user.Role, user.LibraryAccess);
                UserWrites.RefuseBeyond(commit, caller, user.Role, user.LibraryAccess);
                var id = UserWrites.Insert(commit, user);
                Audit.Write(
                    commit,
                    caller.UserId,
                    Audit.UserCreated,
                    new
                    {
                        id,
                        user.Username,
                        user.Role,
                    }
                );
                return Read(commit, id);
            },
            cancellationToken
        );
        return TypedResults.Created($"/api/users/{view.Id}", view);
    }

    private static async Task<Results<Ok<UserView>, ApiError>> ChangeAsync(
        long id,
        ChangeUserRequest request,
        Caller caller,
        IDatabase database,
        Passwords passwords,
        Sessions sessions,
        CancellationToken cancellationToken
    )
    {
        var errors = new FieldErrors();
        if (request.Username is { } username)
            Credentials.CheckUsername(errors, username);
        if (request.Password is { } password)
            Credentials.CheckPassword(errors, password);
        if (errors.Refusal is { } refusal)
            return refusal;
        var hash = request.Password is null ? null : passwords.Hash(request.Password);
        return await database.WriteAsync<Results<Ok<UserView>, ApiError>>(
            commit =>
            {
                if (Users.ById(commit.Connection, commit.Transaction, id) is not { } row)
                    return ApiErrors.NotFound();
                UserWrites.RefuseBeyond(commit, caller, row.Role, access: null);
                Change(commit, row, request, hash);
                UserWrites.RefuseBeyond(commit, caller, request.Role ?? row.Role, request.LibraryAccess);
                Audit.Write(commit, caller.UserId, Audit.UserChanged, Changed(id, request));
                if (hash is not null || request.Active == false)
                    sessions.EndAll(commit, id);
                else
                    sessions.Recheck(commit, id);
                return TypedResults.Ok(Read(commit, id));
            },
            cancellationToken
        );
    }

    private static void Change(Commit commit, UserRow row, ChangeUserRequest request, string? passwordHash)
    {
        UserWrites.RefuseUnknownReferences(commit, request.Role, request.LibraryAccess);
        var username = request.Username?.Trim() ?? row.Username;
        UserWrites.RefuseTaken(commit, username, row.Id);
        commit.Connection.Execute(
            "update users set username = @username, username_key = @key, password_hash = @hash, role = @role, "
                + "all_libraries = @all, active = @active, updated_at = @now where id = @id",
            new
            {
                id = row.Id,
                username,
                key = Users.KeyOf(username),
                hash = passwordHash ?? row.PasswordHash,
                role = request.Role ?? row.Role,
                all = request.LibraryAccess is { } access ? (access.Ids is null ? 1 : 0) : row.AllLibraries,
                active = request.Active is { } active ? (active ? 1 : 0) : row.Active,
                now = commit.Now.ToUnixTimeMilliseconds(),
            },
            commit.Transaction
        );
        if (request.LibraryAccess is { } granted)
            UserWrites.Grant(commit, row.Id, granted);
        UserWrites.RefuseWithoutAdministrator(commit);
    }

    private static async Task<Results<NoContent, ApiError>> DeleteAsync(
        long id,
        Caller caller,
        IDatabase database,
        Sessions sessions,
        CancellationToken cancellationToken
    ) =>
        await database.WriteAsync<Results<NoContent, ApiError>>(
            commit =>
            {
                if (Users.ById(commit.Connection, commit.Transaction, id) is not { } row)
                    return ApiErrors.NotFound();
                UserWrites.RefuseBeyond(commit, caller, row.Role, access: null);
                sessions.EndAll(commit, id);
                commit.Connection.Execute("delete from api_keys where user_id = @id", new { id }, commit.Transaction);
                UserWrites.Grant(commit, id, LibraryAccess.All);
                commit.Connection.Execute("delete from users where id = @id", new { id }, commit.Transaction);
                UserWrites.RefuseWithoutAdministrator(commit);
                Audit.Write(commit, caller.UserId, Audit.UserDeleted, new { id, row.Username });
                return TypedResults.NoContent();
            },
            cancellationToken
        );

    private static object Changed(long id, ChangeUserRequest request) =>
        new
        {
            id,
            request.Username,
            request.Role,
            request.LibraryAccess,
            request.Active,
            Password = request.Password is null ? null : "changed",
        };

    private static UserView Read(Commit commit, long id)
    {
        var row = Users.ById(commit.Connection, commit.Transaction, id)!;
        return UserView.Of(row, Users.LibrariesOf(commit.Connection, commit.Transaction, row));
    }
}

public sealed record UserView(
    long Id,
    string Username,
    string Role,
    LibraryAccess LibraryAccess,
    bool Active,
    DateTimeOffset CreatedAt
)
{
    internal static UserView Of(UserRow row, IReadOnlySet<long>? libraries) =>
        new(
            row.Id,
            row.Username,
            row.Role,
            LibraryAccess.Of(libraries),
            row.Active == 1,
            DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt)
        );
}

public sealed record UserList(IReadOnlyList<UserView> Users, long Total);

public sealed record CreateUserRequest(string Username, string Password, string Role, LibraryAccess LibraryAccess);

/// <summary>What is absent or null stays as it is.</summary>
public sealed record ChangeUserRequest(
    string? Username = null,
    string? Password = null,
    string? Role = null,
    LibraryAccess? LibraryAccess = null,
    bool? Active = null
);
