using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>The Movie Database, version 3 of its interface: films, shows, their seasons and episodes, with pictures.</summary>
internal sealed class TmdbProvider : IProvider
{
    private const ProviderCan All = ProviderCan.Search | ProviderCan.Find | ProviderCan.Metadata | ProviderCan.Artwork;
    private const ProviderCan Told = ProviderCan.Metadata | ProviderCan.Artwork;
    private static readonly string[] Own = [TmdbIds.Own];

    public ProviderFacts Facts { get; } =
        new(TmdbIds.Own, "The Movie Database", new Uri("https://api.themoviedb.org/3/"))
        {
            Website = new Uri("https://www.themoviedb.org/settings/api"),
            Attribution = "This product uses the TMDB API but is not endorsed or certified by TMDB.",
            Rank = 10,
            Key = ProviderKey.Required,
            // developer.themoviedb.org/docs/rate-limiting: "somewhere in the 40 requests per second range"; half of it is polite.
            Limit = new RateLimit(20, TimeSpan.FromSeconds(1)),
            OtherHosts = ["image.tmdb.org"],
            Abilities =
            [
                new ProviderAbility("movie", All, Own) { Says = TmdbMovie.Says, FindsBy = ["imdb", "wikidata"] },
                new ProviderAbility("show", All, Own) { Says = TmdbShow.Says, FindsBy = ["imdb", "tvdb", "wikidata"] },
                new ProviderAbility("season", Told, Own) { Says = TmdbSeason.Says, Within = "show" },
                new ProviderAbility("episode", Told, Own) { Says = TmdbEpisode.Says, Within = "show" },
            ],
        };

    /// <summary>A read token of version 4 is a JSON web token and goes into a header; the short key of version 3 into the query.</summary>
    public ValueTask<ProviderRequest> AuthorizeAsync(
        ProviderRequest request,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        new(
            session.Key is not { } key ? request
            : IsToken(key) ? request.WithSecretHeader("Authorization", $"Bearer {key}")
            : request.WithSecret("api_key", key)
        );

    public async Task<IReadOnlyList<ProviderMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        foreach (var request in TmdbSearch.Requests(query, session))
            if (
                await session.GetAsync(request, cancellationToken) is { } answer
                && TmdbSearch.Found(answer) is { Count: > 0 } found
            )
            {
                var images = await TmdbImages.AskAsync(session, cancellationToken);
                return [.. found.Select(entry => TmdbSearch.Match(entry, query.Kind, images))];
            }
        return [];
    }

    public async Task<ProviderId?> FindAsync(
        string kind,
        Identifier identifier,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        await session.GetAsync(TmdbRequests.Find(identifier), cancellationToken) is { } answer
        && answer.List(kind == "movie" ? "movie_results" : "tv_results").FirstOrDefault().Text("id") is { } id
            ? TmdbIds.Id(id)
            : null;

    public async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        subject switch
        {
            { Kind: "movie" } => await ReadAsync(
                TmdbRequests.Movie(subject.Id, session),
                (answer, images) => TmdbMovie.Read(subject, answer, images, session),
                session,
                cancellationToken
            ),
            { Kind: "show" } => await ReadAsync(
                TmdbRequests.Show(subject.Id, session),
                (answer, images) => TmdbShow.Read(subject, answer, images, session),
                session,
                cancellationToken
            ),
            { Kind: "season", Season: { } season } => await ReadAsync(
                TmdbRequests.Season(subject.Id, season, session.Languages[0], session),
                (answer, images) => TmdbSeason.Read(subject, answer, images, session),
                session,
                cancellationToken
            ),
            { Kind: "episode", Season: { } season, Number: { } number } => await TmdbEpisode.ReadAsync(
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

    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        session.GetAsync(TmdbRequests.Configuration, cancellationToken);

    private static async Task<ProviderRecord?> ReadAsync(
        ProviderRequest request,
        Func<JsonElement, TmdbImages, ProviderRecord> read,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        await session.GetAsync(request, cancellationToken) is { } answer
            ? read(answer, await TmdbImages.AskAsync(session, cancellationToken))
            : null;

    private static bool IsToken(string key) => key.StartsWith("eyJ", StringComparison.Ordinal) && key.Count('.') == 2;
}
