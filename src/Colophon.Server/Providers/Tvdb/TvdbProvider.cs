using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>TheTVDB, version 4 of its interface: shows, their seasons and episodes, and films, with pictures.</summary>
internal sealed class TvdbProvider : IProvider
{
    private const ProviderCan All = ProviderCan.Search | ProviderCan.Find | ProviderCan.Metadata | ProviderCan.Artwork;
    private const ProviderCan Told = ProviderCan.Metadata | ProviderCan.Artwork;
    private static readonly string[] Own = [TvdbIds.Own];

    // A number alone would find whatever bears it anywhere; these say by themselves whose they are.
    private static readonly string[] Others = ["imdb", "wikidata"];

    public ProviderFacts Facts { get; } =
        new(TvdbIds.Own, "TheTVDB", new Uri("https://api4.thetvdb.com/v4/"))
        {
            Website = new Uri("https://thetvdb.com/api-information"),
            Attribution =
                "Metadata provided by TheTVDB (https://thetvdb.com). Please consider adding missing information or subscribing.",
            Rank = 20,
            Key = ProviderKey.Required,
            // No limit is published; this is slower than its website's own pages.
            Limit = new RateLimit(10, TimeSpan.FromSeconds(1)),
            OtherHosts = ["artworks.thetvdb.com"],
            Abilities =
            [
                new ProviderAbility("movie", All, Own) { Says = TvdbMovie.Says, FindsBy = Others },
                new ProviderAbility("show", All, Own) { Says = TvdbShow.Says, FindsBy = Others },
                new ProviderAbility("season", Told, Own) { Says = TvdbSeason.Says, Within = "show" },
                new ProviderAbility("episode", Told, Own) { Says = TvdbEpisode.Says, Within = "show" },
            ],
        };

    public async ValueTask<ProviderRequest> AuthorizeAsync(
        ProviderRequest request,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (TvdbLogin.Is(request))
            return request;
        var token = await session.TokenAsync(renew => TvdbLogin.AskAsync(session, renew), cancellationToken);
        return request.WithSecretHeader("Authorization", $"Bearer {token}");
    }

    public async Task<IReadOnlyList<ProviderMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        foreach (var request in TvdbSearch.Requests(query))
            if (
                await session.GetAsync(request, cancellationToken) is { } answer
                && TvdbSearch.Matches(answer, query.Kind, session) is { Count: > 0 } found
            )
                return found;
        return [];
    }

    /// <summary>An answer may also hold seasons and people, even of other shows (thetvdb/v4-api issue 317).</summary>
    public async Task<ProviderId?> FindAsync(
        string kind,
        Identifier identifier,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        await session.GetAsync(
            new ProviderRequest($"search/remoteid/{Uri.EscapeDataString(identifier.Value)}")
            {
                GoodFor = ProviderRequest.SearchIsGoodFor,
            },
            cancellationToken
        )
            is { } answer
        && answer
            .List("data")
            .Select(entry => entry.At(kind == "movie" ? "movie" : "series").Text("id"))
            .FirstOrDefault(id => id is not null)
            is { } id
            ? new ProviderId(TvdbIds.Own, id)
            : null;

    public async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        subject switch
        {
            { Kind: "movie" } => await DataAsync(TvdbRequests.Movie(subject.Id), session, cancellationToken) is { } film
                ? TvdbMovie.Read(subject, film, session)
                : null,
            { Kind: "show" } => await DataAsync(TvdbRequests.Show(subject.Id), session, cancellationToken) is { } show
                ? TvdbShow.Read(subject, show, session)
                : null,
            { Kind: "season", Season: { } season } => await ReadSeasonAsync(
                subject,
                season,
                session,
                cancellationToken
            ),
            { Kind: "episode", Season: { } season, Number: { } number } => await TvdbEpisode.ReadAsync(
                subject,
                season,
                number,
                session,
                cancellationToken
            ),
            _ => null,
        };

    /// <summary>The pictures come with the details: the same requests.</summary>
    public async Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => (await ReadAsync(subject, session, cancellationToken))?.Artwork ?? [];

    /// <summary>The token may be older than what the key is worth now, so it is exchanged again.</summary>
    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        TvdbLogin.AskAsync(session, cancellationToken);

    private static async Task<JsonElement?> DataAsync(
        ProviderRequest request,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        (await session.GetAsync(request, cancellationToken) ?? default).At("data")
            is { ValueKind: JsonValueKind.Object } data
            ? data
            : null;

    /// <summary>A season has an id of its own, which the show tells; the show was asked for before and comes from the cache.</summary>
    private static async Task<ProviderRecord?> ReadSeasonAsync(
        ProviderSubject subject,
        int season,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        await DataAsync(TvdbRequests.Show(subject.Id), session, cancellationToken) is { } show
        && TvdbSeason.IdOf(show, season) is { } id
        && await DataAsync(TvdbRequests.Season(id), session, cancellationToken) is { } answer
            ? TvdbSeason.Read(subject, answer, session)
            : null;
}
