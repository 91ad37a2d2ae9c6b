using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Providers;

/// <summary>GET and PUT /api/providers: which are asked, where, how often, with which keys; and a test.</summary>
internal static class ProviderEndpoints
{
    private const int LongestKey = 2_000;
    private const int MostRequests = 100_000;
    private const int MostSeconds = 86_400;

    public static void MapProviders(this IEndpointRouteBuilder routes)
    {
        var providers = routes.MapGroup("/api/providers").WithTags("Providers");
        providers.MapGet("", ListAsync).Requires(Permissions.ConfigRead, LibraryCheck.None).WithName("listProviders");
        providers
            .MapGet("/{name}", GetAsync)
            .Requires(Permissions.ConfigRead, LibraryCheck.None)
            .WithName("getProvider");
        providers
            .MapPut("/{name}", ChangeAsync)
            .Requires(Permissions.ConfigWrite, LibraryCheck.None)
            .WithName("changeProvider");
        providers
            .MapPost("/{name}/test", TestAsync)
            .Requires(Permissions.ConfigWrite, LibraryCheck.None)
            .WithName("testProvider");
        providers
            .MapGet("/{name}/picture", ProviderPictures.HandleAsync)
            .Requires(Permissions.ItemsRead, LibraryCheck.None)
            .Refuses(StatusCodes.Status502BadGateway)
            .Produces<Stream>(
                StatusCodes.Status200OK,
                "image/jpeg",
                "image/png",
                "image/webp",
                "image/gif",
                "image/avif"
            )
            .WithName("getProviderPicture");
    }

    private static async Task<Ok<ProviderListView>> ListAsync(
        ProviderList list,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var accounts = await database.ReadAsync(ProviderAccount.AllAsync, cancellationToken);
        var views = list
            .All.Select(provider => provider.Facts)
            .Select(facts =>
                ProviderView.Of(
                    facts,
                    accounts.GetValueOrDefault(facts.Name) ?? new ProviderAccount(facts.Name),
                    clock.GetUtcNow()
                )
            )
            .ToList();
        return TypedResults.Ok(new ProviderListView(views, views.Count));
    }

    private static async Task<Results<Ok<ProviderView>, ApiError>> GetAsync(
        string name,
        ProviderList list,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (list.Find(name) is not { } provider)
            return Unknown(name);
        var account = await database.ReadAsync(
            connection => ProviderAccount.FindAsync(connection, name),
            cancellationToken
        );
        return TypedResults.Ok(ProviderView.Of(provider.Facts, account, clock.GetUtcNow()));
    }

    private static async Task<Results<Ok<ProviderView>, ApiError>> ChangeAsync(
        string name,
        ChangeProviderRequest request,
        Caller caller,
        ProviderList list,
        ProviderSessions sessions,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (list.Find(name) is null)
            return Unknown(name);
        if (RefusalOf(request) is { } refusal)
            return refusal;
        var key = request.Key is { } given && given.Trim().Length > 0 ? sessions.Protect(given.Trim()) : null;
        await database.WriteAsync(
            commit =>
            {
                Store(commit, name, request, key);
                Audit.Write(
                    commit,
                    caller.UserId,
                    Audit.SettingsChanged,
                    new
                    {
                        provider = name,
                        request.Enabled,
                        request.Address,
                        key = request.Key is not null,
                        request.Limit,
                    }
                );
                return 0;
            },
            cancellationToken
        );
        return await GetAsync(name, list, database, clock, cancellationToken);
    }

    private static async Task<Results<Ok<ProviderTestView>, ApiError>> TestAsync(
        string name,
        ProviderList list,
        ProviderSessions sessions,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (list.Find(name) is not { } provider)
            return Unknown(name);
        var account = await database.ReadAsync(
            connection => ProviderAccount.FindAsync(connection, name),
            cancellationToken
        );
        // A person wants to know how it is now, also of a provider that is left alone.
        var session = sessions.Open(provider, account with { DownUntil = null }, new SessionWishes { IsFresh = true });
        var began = clock.GetTimestamp();
        try
        {
            if (provider.Facts.Key == ProviderKey.Required && session.Key is null)
                throw new ProviderException(ProviderTrouble.Key, $"{provider.Facts.Title} needs a key.");
            await provider.TestAsync(session, cancellationToken);
            return TypedResults.Ok(new ProviderTestView(Ok: true, null, Took()));
        }
        catch (ProviderException failed)
        {
            return TypedResults.Ok(new ProviderTestView(Ok: false, failed.Message, Took()));
        }

        long Took() => (long)clock.GetElapsedTime(began).TotalMilliseconds;
    }

    private static ApiError? RefusalOf(ChangeProviderRequest request)
    {
        var errors = new FieldErrors();
        if (!string.IsNullOrEmpty(request.Address) && AddressOf(request.Address) is null)
            errors.Add("address", "The address begins with http:// or https:// and has no query.");
        if (request.Key?.Length > LongestKey || request.Key?.Any(char.IsControl) == true)
            errors.Add("key", $"A key has at most {LongestKey} characters and none that cannot be seen.");
        if (
            request.Limit is { } limit
            && (limit.Requests is < 0 or > MostRequests || limit.Seconds is < 1 or > MostSeconds)
        )
            errors.Add("limit", $"0 to {MostRequests} requests in 1 to {MostSeconds} seconds.");
        return errors.Refusal;
    }

    private static string? AddressOf(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.Query.Length == 0
        && address.Fragment.Length == 0
        && address.UserInfo.Length == 0
            ? $"{address.ToString().TrimEnd('/')}/"
            : null;

    private static void Store(Commit commit, string name, ChangeProviderRequest request, string? key)
    {
        commit.Run("insert into providers (name, enabled) values (@name, 0) on conflict (name) do nothing", name);
        if (request.Enabled is { } enabled)
            commit.Run("update providers set enabled = @enabled where name = @name", enabled ? 1L : 0L, name);
        if (request.Address is { } address)
            commit.Run("update providers set address = @address where name = @name", AddressOf(address), name);
        if (request.Key is not null)
            commit.Run("update providers set protected_key = @key where name = @name", key, name);
        if (request.Limit is { } limit)
            commit.Run(
                "update providers set requests = @requests, seconds = @seconds where name = @name",
                (long)limit.Requests,
                (long)limit.Seconds,
                name
            );
        // What went wrong may be mended by it.
        commit.Run(
            """
            update providers set failures = 0, down_until = null, trouble = null, trouble_message = null, trouble_at = null
            where name = @name
            """,
            name
        );
    }

    private static ApiError Unknown(string name) => ApiErrors.NotFound($"There is no provider {name}.");
}
