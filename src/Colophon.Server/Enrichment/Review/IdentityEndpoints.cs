using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;
using Colophon.Server.Providers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Enrichment.Review;

/// <summary>What an item is called where: seen, searched, tried, chosen, forgotten.</summary>
internal static class IdentityEndpoints
{
    public static void MapEnrichment(this IEndpointRouteBuilder routes)
    {
        var items = routes.MapGroup("/api/items").WithTags("items");
        items.MapGet("/{id:long}/identity", GetAsync).Reads("getItemIdentity");
        items
            .MapPost("/{id:long}/identity/search", SearchAsync)
            .Writes("searchItemIdentity")
            .Refuses(StatusCodes.Status502BadGateway);
        items
            .MapPost("/{id:long}/identity/{provider}/preview", PreviewAsync)
            .Writes("previewItemIdentity")
            .Refuses(StatusCodes.Status502BadGateway);
        items.MapPut("/{id:long}/identity/{provider}", ChooseAsync).Writes("chooseItemIdentity");
        items.MapDelete("/{id:long}/identity/{provider}", ForgetAsync).Writes("forgetItemIdentity");
        items.MapPost("/{id:long}/enrich", EnrichAsync).Writes("enrichItem");
        routes
            .MapGet("/api/review", ReviewQueue.ListAsync)
            .WithTags("items")
            .WithName("listReview")
            .Requires(Permissions.ItemsRead, LibraryCheck.Filters);
    }

    private static async Task<Ok<ItemIdentitiesView>> GetAsync(
        long id,
        Caller caller,
        ProviderList providers,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await database.ReadAsync(
                async connection =>
                {
                    var place = await ItemPlace.OfItemAsync(connection, id, caller);
                    return await LoadAsync(connection, place, providers);
                },
                cancellationToken
            )
        );

    private static async Task<Results<Ok<MatchListView>, ApiError>> SearchAsync(
        long id,
        SearchIdentityRequest request,
        Caller caller,
        AskedItems asked,
        CancellationToken cancellationToken
    )
    {
        var (item, session) = await asked.OpenAsync(id, request.Provider, caller, cancellationToken);
        if (session.Provider.Facts.Ability(item.Kind)?.Can.HasFlag(ProviderCan.Search) != true)
            return ApiErrors.Validation("provider", $"{session.Provider.Facts.Title} cannot be searched for this.");
        var query = Identification.QueryOf(item);
        if (request.Title?.Trim() is { Length: > 0 } title)
            query = query with { Title = title, OtherTitles = [] };
        query = request.Year is { } year ? query with { Year = year } : query;
        try
        {
            var found = await Identification.SearchAsync(query, session, cancellationToken);
            return TypedResults.Ok(new MatchListView([.. found.Select(MatchView.Of)], found.Count));
        }
        catch (ProviderException failed)
        {
            return ApiErrors.ProviderFailed(failed.Message);
        }
    }

    private static async Task<Results<Ok<IdentityPreviewView>, ApiError>> PreviewAsync(
        long id,
        string provider,
        ChooseIdentityRequest request,
        Caller caller,
        AskedItems asked,
        IdentityPreview preview,
        CancellationToken cancellationToken
    )
    {
        var (item, session) = await asked.OpenAsync(id, provider, caller, cancellationToken);
        if (RefusalOf(item.Kind, request, session.Provider.Facts) is { } refusal)
            return refusal;
        try
        {
            return
                await preview.OfAsync(item, new ProviderId(request.Type, request.Value), session, cancellationToken)
                    is { } changes
                ? TypedResults.Ok(changes)
                : ApiErrors.NotFound($"{session.Provider.Facts.Title} knows no {request.Type} {request.Value}.");
        }
        catch (ProviderException failed)
        {
            return ApiErrors.ProviderFailed(failed.Message);
        }
    }

    private static async Task<Results<Ok<ItemIdentitiesView>, ApiError>> ChooseAsync(
        long id,
        string provider,
        ChooseIdentityRequest request,
        Caller caller,
        AskedItems asked,
        ProviderList providers,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (item, session) = await asked.OpenAsync(id, provider, caller, cancellationToken);
        if (RefusalOf(item.Kind, request, session.Provider.Facts) is { } refusal)
            return refusal;
        await database.WriteAsync(
            commit =>
            {
                IdentityChanges.Pin(commit, item, session.Provider.Facts, new ProviderId(request.Type, request.Value));
                return 0;
            },
            cancellationToken
        );
        return await GetAsync(id, caller, providers, database, cancellationToken);
    }

    private static async Task<Results<Ok<ItemIdentitiesView>, ApiError>> ForgetAsync(
        long id,
        string provider,
        Caller caller,
        ProviderList providers,
        IDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var place = await database.ReadAsync(
            connection => ItemPlace.OfItemAsync(connection, id, caller),
            cancellationToken
        );
        if (providers.Find(provider) is not { } known)
            return ApiErrors.NotFound($"There is no provider {provider}.");
        await database.WriteAsync(
            commit =>
                IdentityChanges.Forget(commit, clock, place, known.Facts, new ChangeAuthor(caller.UserId, JobId: null)),
            cancellationToken
        );
        return await GetAsync(id, caller, providers, database, cancellationToken);
    }

    /// <summary>Asks the providers again, in the background.</summary>
    private static async Task<Results<Ok<ItemIdentitiesView>, ApiError>> EnrichAsync(
        long id,
        Caller caller,
        ProviderList providers,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var place = await database.ReadAsync(
            connection => ItemPlace.OfItemAsync(connection, id, caller),
            cancellationToken
        );
        var began = await database.WriteAsync(
            commit => IdentityChanges.Begin(commit, providers, place),
            cancellationToken
        );
        if (!began)
            return ApiErrors.WrongState(
                "No provider for this is switched on, or the library wants none. See Settings, Providers."
            );
        return await GetAsync(id, caller, providers, database, cancellationToken);
    }

    private static ApiError? RefusalOf(string kind, ChooseIdentityRequest request, ProviderFacts facts)
    {
        var types = facts.Ability(kind)?.IdTypes ?? [];
        if (!types.Contains(request.Type))
            return ApiErrors.Validation("type", $"must be one of {string.Join(", ", types)}.");
        return string.IsNullOrWhiteSpace(request.Value) || request.Value.Length > 200
            ? ApiErrors.Validation("value", "An id has 1 to 200 characters.")
            : null;
    }

    private static async Task<ItemIdentitiesView> LoadAsync(
        DbConnection connection,
        ItemPlace place,
        ProviderList providers
    )
    {
        var accounts = await ProviderAccount.AllAsync(connection);
        var known = Identity.Of(connection, place.ItemId);
        var candidates = connection
            .Rows(
                "select provider, document from identity_candidates where item_id = @item order by score desc, id_value",
                row => (Provider: row.GetString(0), Match: ReviewQueue.Parse(row.GetString(1))),
                place.ItemId
            )
            .ToLookup(row => row.Provider, row => MatchView.Of(row.Match), StringComparer.Ordinal);
        var state = connection.Rows("select state from items where id = @id", row => row.GetString(0), place.ItemId);
        var views = providers
            .All.Select(provider => (provider.Facts, Ability: provider.Facts.Ability(place.Kind)))
            .Where(one => one.Ability is { Within: null })
            .OrderBy(one => one.Facts.Rank)
            .Select(one => new ProviderIdentityView(
                one.Facts.Name,
                one.Facts.Title,
                accounts.GetValueOrDefault(one.Facts.Name)?.IsUsable(one.Facts) == true,
                one.Ability!.Can.HasFlag(ProviderCan.Search),
                known.TryGetValue(one.Facts.Name, out var identity) ? IdentityView.Of(identity) : null,
                [.. candidates[one.Facts.Name]]
            ));
        return new ItemIdentitiesView(place.ItemId, state[0], [.. views]);
    }
}
