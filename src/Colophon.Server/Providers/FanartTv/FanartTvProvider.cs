using System.Text.Json;
using Colophon.Jobs;

namespace Colophon.Server.Providers.FanartTv;

/// <summary>fanart.tv: pictures of films, shows, seasons, artists and albums, by others' ids; it describes nothing.</summary>
internal sealed class FanartTvProvider : IProvider
{
    public const string Name = "fanarttv";

    public ProviderFacts Facts { get; } =
        // Version 3.2 tells how large a picture is, which 3 does not.
        new(Name, "fanart.tv", new Uri("https://webservice.fanart.tv/v3.2/"))
        {
            Website = new Uri("https://fanart.tv/get-an-api-key/"),
            Attribution = "Images provided by fanart.tv (https://fanart.tv).",
            Rank = 30,
            Key = ProviderKey.Required,
            // "Unlimited", says its own client's page, and answers 429 all the same; this is polite.
            Limit = new RateLimit(10, TimeSpan.FromSeconds(1)),
            OtherHosts = ["assets.fanart.tv"],
            Abilities =
            [
                new ProviderAbility("movie", ProviderCan.Artwork, ["tmdb", "imdb"]),
                new ProviderAbility("show", ProviderCan.Artwork, ["tvdb"]),
                new ProviderAbility("season", ProviderCan.Artwork, ["tvdb"]) { Within = "show" },
                new ProviderAbility("artist", ProviderCan.Artwork, ["musicbrainz_artist"]),
                new ProviderAbility("album", ProviderCan.Artwork, ["musicbrainz_release_group"]),
            ],
            // New pictures come all the time.
            GoodFor = TimeSpan.FromDays(7),
        };

    /// <summary>A key is written as <c>key</c>, or with a personal one, which shows pictures sooner, as <c>key:personal</c>.</summary>
    public ValueTask<ProviderRequest> AuthorizeAsync(
        ProviderRequest request,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        new(
            session.Key?.Split(':', 2, StringSplitOptions.TrimEntries) switch
            {
                [var key, { Length: > 0 } personal] => request
                    .WithSecretHeader("api-key", key)
                    .WithSecretHeader("client-key", personal),
                [var key, ..] => request.WithSecretHeader("api-key", key),
                _ => request,
            }
        );

    public async Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        RequestOf(subject) is { } request && await session.GetAsync(request, cancellationToken) is { } answer
            ? FanartTvPictures.Of(answer, subject)
            : [];

    /// <summary>Any film will do. It has been seen to say 200 and mean "no valid key".</summary>
    public async Task TestAsync(ProviderSession session, CancellationToken cancellationToken)
    {
        var answer = await session.GetAsync(new ProviderRequest("movies/603"), cancellationToken) ?? default;
        if (answer.ValueKind == JsonValueKind.Object && answer.Text("status") == "error")
            throw new ProviderException(ProviderTrouble.Key, "fanart.tv does not accept the key.");
    }

    /// <summary>A season's pictures stand in its show's answer.</summary>
    private static ProviderRequest? RequestOf(ProviderSubject subject) =>
        subject.Kind switch
        {
            "movie" => Request("movies", subject),
            "show" or "season" => Request("tv", subject),
            "artist" => Request("music", subject),
            "album" => Request("music/albums", subject),
            _ => null,
        };

    private static ProviderRequest Request(string path, ProviderSubject subject) =>
        new($"{path}/{Uri.EscapeDataString(subject.Id.Value)}");
}
