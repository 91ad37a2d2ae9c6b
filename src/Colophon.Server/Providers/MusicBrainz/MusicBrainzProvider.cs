using System.Net;
using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>
/// Artists and albums as MusicBrainz describes them. An album is one of its releases (this pressing, with label and barcode) or a release
/// group (all of them together). Names are given as their bearers write them: there is one for all languages.
/// </summary>
internal sealed class MusicBrainzProvider : IProvider
{
    private const string ArtistIncludes = "aliases genres tags ratings url-rels";
    private const string GroupIncludes = "artist-credits genres tags ratings artist-rels url-rels";
    private const string ReleaseIncludes =
        "artist-credits labels media release-groups genres tags ratings artist-rels url-rels";

    /// <summary>Releases that a search asks for: those of one album come together, and are shown as one.</summary>
    private const string MostReleases = "60";

    private const string MostArtists = "20";

    /// <summary>"Various Artists": it has its own id, which stays.</summary>
    private const string WellKnownArtist = "89ad4ac3-39f7-470e-963a-56509c546377";

    public ProviderFacts Facts { get; } =
        new("musicbrainz", "MusicBrainz", new Uri("https://musicbrainz.org/ws/2/"))
        {
            Website = new Uri("https://musicbrainz.org/"),
            Rank = 10,
            Attribution = "Music data from MusicBrainz.",
            // https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting: one a second from one address
            Limit = new RateLimit(1, TimeSpan.FromSeconds(1)),
            Abilities =
            [
                new ProviderAbility("artist", ProviderCan.Search | ProviderCan.Metadata, [MusicBrainzIds.Artist])
                {
                    Says = MusicBrainzArtist.Says,
                },
                new ProviderAbility(
                    "album",
                    ProviderCan.Search | ProviderCan.Find | ProviderCan.Metadata,
                    [MusicBrainzIds.Release, MusicBrainzIds.ReleaseGroup]
                )
                {
                    Says = MusicBrainzAlbum.Says,
                    FindsBy = ["barcode"],
                },
            ],
        };

    /// <summary>It says 503 to who asks too often, not 429.</summary>
    public ProviderTrouble? Judge(HttpStatusCode status, JsonElement answer) =>
        status == HttpStatusCode.ServiceUnavailable ? ProviderTrouble.Limited : null;

    public async Task<IReadOnlyList<ProviderMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (query.Kind == "artist")
            return MusicBrainzMatches.Artists(
                await AskAsync("artist", MusicBrainzQuery.Artist(query), MostArtists, session, cancellationToken)
            );
        var releases = await AskAsync(
            "release",
            MusicBrainzQuery.Release(query),
            MostReleases,
            session,
            cancellationToken
        );
        return MusicBrainzMatches.Albums(releases, query);
    }

    /// <summary>The release with a barcode; where several bear it, what they have in common.</summary>
    public async Task<ProviderId?> FindAsync(
        string kind,
        Identifier identifier,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (identifier.Type != "barcode" || !identifier.Value.All(char.IsAsciiDigit))
            return null;
        var answer = await AskAsync("release", $"barcode:{identifier.Value}", MostReleases, session, cancellationToken);
        var found = answer.List("releases").Where(release => release.Text("barcode") == identifier.Value).ToList();
        if (found.Count == 1)
            return MusicBrainzIds.Of(MusicBrainzIds.Release, found[0].Text("id"));
        var groups = found.Select(release => release.At("release-group").Text("id")).Distinct().ToList();
        return groups.Count == 1 ? MusicBrainzIds.Of(MusicBrainzIds.ReleaseGroup, groups[0]) : null;
    }

    public async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (MusicBrainzIds.Normalise(subject.Id.Value) is not { } id)
            return null;
        var (entity, includes) = subject.Id.Type switch
        {
            MusicBrainzIds.Artist => ("artist", ArtistIncludes),
            MusicBrainzIds.Release => ("release", ReleaseIncludes),
            _ => ("release-group", GroupIncludes),
        };
        var answer = await session.GetAsync(
            new ProviderRequest($"{entity}/{id}").With("inc", includes).With("fmt", "json"),
            cancellationToken
        );
        // After a merge the answer bears the id that is left
        if (answer is not { } found || MusicBrainzIds.Of(subject.Id.Type, found.Text("id")) is not { } now)
            return null;
        var document = entity switch
        {
            "artist" => MusicBrainzArtist.Read(found, now),
            "release" => MusicBrainzAlbum.OfRelease(found, now),
            _ => MusicBrainzAlbum.OfGroup(found, now),
        };
        return new ProviderRecord(now, document);
    }

    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        session.GetAsync(new ProviderRequest($"artist/{WellKnownArtist}").With("fmt", "json"), cancellationToken);

    private static async Task<JsonElement> AskAsync(
        string entity,
        string query,
        string most,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        await session.GetAsync(
            new ProviderRequest(entity).With("query", query).With("limit", most).With("fmt", "json") with
            {
                GoodFor = ProviderRequest.SearchIsGoodFor,
            },
            cancellationToken
        ) ?? default;
}
