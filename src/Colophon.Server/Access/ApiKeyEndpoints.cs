using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Access;

/// <summary>The caller's own keys for programs. A key may at most what its user may.</summary>
internal static class ApiKeyEndpoints
{
    private const int MostName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/api/api-keys").WithTags("Access");
        keys.MapGet("", ListAsync).SignedIn().WithName("listApiKeys");
        keys.MapPost("", CreateAsync).SignedIn().WithName("createApiKey");
        keys.MapDelete("/{id}", DeleteAsync).SignedIn().Refuses(StatusCodes.Status404NotFound).WithName("deleteApiKey");
    }

    private static async Task<Ok<ApiKeyList>> ListAsync(
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection
                        .Query<KeyRow>(
                            "select id as Id, name as Name, scopes as Scopes, created_at as CreatedAt, last_used_at as LastUsedAt, "
                                + "expires_at as ExpiresAt from api_keys where user_id = @UserId order by id",
                            new { caller.UserId }
                        )
                        .ToList()
                ),
            cancellationToken
        );
        return TypedResults.Ok(new ApiKeyList([.. rows.Select(row => row.View())], rows.Count));
    }

    private static async Task<Results<Created<NewApiKey>, ApiError>> CreateAsync(
        CreateApiKeyRequest request,
        Caller caller,
        HttpContext context,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (IsByKey(context))
            return ApiErrors.Forbidden();
        var (scopes, unknown) = Roles.Sort(request.Scopes);
        if (Check(request, caller, scopes, unknown, clock.GetUtcNow()) is { } refusal)
            return refusal;
        var key = Secrets.NewKey();
        var (id, at) = await database.WriteAsync(
            commit =>
            {
                var id = commit.Connection.QuerySingle<long>(
                    "insert into api_keys (user_id, name, key_hash, scopes, created_at, expires_at) "
                        + "values (@UserId, @Name, @hash, @scopes, @now, @until) returning id",
                    new
                    {
                        caller.UserId,
                        Name = request.Name.Trim(),
                        hash = Secrets.Hash(key),
                        scopes = Roles.Join(scopes),
                        now = commit.Now.ToUnixTimeMilliseconds(),
                        until = request.ExpiresAt?.ToUnixTimeMilliseconds(),
                    },
                    commit.Transaction
                );
                Audit.Write(
                    commit,
                    caller.UserId,
                    Audit.KeyCreated,
                    new
                    {
                        id,
                        request.Name,
                        scopes,
                    }
                );
                return (id, commit.Now);
            },
            cancellationToken
        );
        return TypedResults.Created(
            $"/api/api-keys/{id}",
            new NewApiKey(id, request.Name.Trim(), scopes, at, null, request.ExpiresAt, key)
        );
    }

    private static ApiError? Check(
        CreateApiKeyRequest request,
        Caller caller,
        IReadOnlyList<string> scopes,
        IReadOnlyList<string> unknown,
        DateTimeOffset now
    )
    {
        var errors = new FieldErrors();
        if (request.Name.Trim().Length is 0 or > MostName)
            errors.Add("name", $"A key's name has 1 to {MostName} characters.");
        foreach (var scope in unknown)
            errors.Add("scopes", $"There is no permission {scope}.");
        foreach (var scope in scopes.Where(scope => !caller.May(scope)))
            errors.Add("scopes", $"You do not hold {scope} yourself.");
        if (scopes.Count == 0 && unknown.Count == 0)
            errors.Add("scopes", "A key needs at least one permission.");
        if (request.ExpiresAt <= now)
            errors.Add("expires_at", "A key must end in the future.");
        return errors.Refusal;
    }

    private static async Task<Results<NoContent, ApiError>> DeleteAsync(
        long id,
        Caller caller,
        HttpContext context,
        IDatabase database,
        SignInCache cache,
        CancellationToken cancellationToken
    ) =>
        await database.WriteAsync<Results<NoContent, ApiError>>(
            commit =>
            {
                if (IsByKey(context))
                    return ApiErrors.Forbidden();
                var gone = commit.Connection.Execute(
                    "delete from api_keys where id = @id and user_id = @UserId",
                    new { id, caller.UserId },
                    commit.Transaction
                );
                if (gone == 0)
                    return ApiErrors.NotFound();
                Audit.Write(commit, caller.UserId, Audit.KeyDeleted, new { id });
                commit.AfterCommit(() => cache.Forget(caller.UserId));
                return TypedResults.NoContent();
            },
            cancellationToken
        );

    // A key that could make keys would outlive its own end.
    private static bool IsByKey(HttpContext context) => context.Features.Get<SignIn>()?.Means is SignInMeans.ApiKey;

    private sealed record KeyRow(long Id, string Name, string Scopes, long CreatedAt, long? LastUsedAt, long? ExpiresAt)
    {
        public ApiKeyView View() =>
            new(Id, Name, Roles.Split(Scopes)!, Time(CreatedAt)!.Value, Time(LastUsedAt), Time(ExpiresAt));

        private static DateTimeOffset? Time(long? at) =>
            at is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}

public sealed record ApiKeyView(
    long Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? ExpiresAt
);

/// <summary>A key just made.</summary>
/// <param name="Key">Shown this once: only its hash is kept.</param>
public sealed record NewApiKey(
    long Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? ExpiresAt,
    string Key
);

public sealed record ApiKeyList(IReadOnlyList<ApiKeyView> ApiKeys, long Total);

public sealed record CreateApiKeyRequest(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt = null);
